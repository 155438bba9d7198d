namespace Baton.Language;

/// <summary>Measures how far the judge of replies agrees with labels, beside simple baselines.</summary>
internal static class ReplyEvaluation
{
    private const int LongReply = 20;

    public static IEnumerable<Figure> Measure(IReadOnlyList<LabelledReply> replies, string set, ReplyJudge judge)
    {
        var judged = replies.Select(reply => (Label: reply, Verdict: judge.Judge(reply.Reply))).ToList();
        foreach (var (name, label, found, score, baseline) in Questions())
        {
            var pairs = judged.Select(one => (Yes: label(one.Label), Said: found(one.Verdict), Score: score(one.Verdict), Simple: baseline(one.Label.Reply))).ToList();
            var matrix = Matrix(pairs.Select(pair => (pair.Yes, pair.Said)));
            yield return new Figure("reply judge", set, $"{name} ({matrix.Support(1)}): precision", matrix.Precision(1));
            yield return new Figure("reply judge", set, $"{name}: recall", matrix.Recall(1));
            var simple = Matrix(pairs.Select(pair => (pair.Yes, pair.Simple)));
            yield return new Figure("reply judge", set, $"{name}: F1", matrix.F1(1), simple.F1(1), "simple rule");
            yield return new Figure("reply judge", set, $"{name}: kappa", Kappa(matrix), Kappa(simple), "simple rule");
            yield return new Figure("reply judge", set, $"{name}: AUC", Ranking.AreaUnderCurve([.. pairs.Select(pair => (pair.Score, pair.Yes))]));
        }

        var coverage = new ConfusionMatrix(Enum.GetNames<AnswerCoverage>());
        foreach (var (label, verdict) in judged)
            coverage.Add((int)label.Answers, (int)verdict.Answers);
        yield return new Figure("reply judge", set, "answers none, partly, all: macro F1", coverage.MacroF1);
        yield return new Figure("reply judge", set, "answers none, partly, all: kappa", Kappa(coverage));
        foreach (var language in judged.GroupBy(one => one.Label.Reply.Locale).OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return new Figure("reply judge", set, $"sound, in {language.Key} ({language.Count()}): kappa", Kappa(Matrix(language.Select(one => (one.Label.IsSound, one.Verdict.Quality == ReplyQuality.Sound)))));
    }

    private static IEnumerable<(string Name, Func<LabelledReply, bool> Label, Func<ReplyVerdict, bool> Found, Func<ReplyVerdict, double> Score, Func<ReplyInContext, bool> Baseline)> Questions()
    {
        yield return ("answers nothing", label => label.Answers == AnswerCoverage.None, verdict => verdict.Answers == AnswerCoverage.None, Fault(ReplyAspect.Answers), reply => !HasNumber(reply.Text));
        yield return ("unsupported claim", label => label.Unsupported.Count > 0, verdict => verdict[ReplyAspect.Supported].IsFault, Fault(ReplyAspect.Supported), HasNewNumber);
        yield return ("only reassures", label => label.Faults[2], verdict => verdict[ReplyAspect.Advances].IsFault, Fault(ReplyAspect.Advances), reply => !HasNumber(reply.Text) && Words(reply.Text) < LongReply);
        yield return ("repeats", label => label.Faults[3], verdict => verdict[ReplyAspect.Fresh].IsFault, Fault(ReplyAspect.Fresh), IsLikeEarlier);
        yield return ("hides the person", label => label.Faults[4], verdict => verdict[ReplyAspect.ShowsPerson].IsFault, Fault(ReplyAspect.ShowsPerson), reply => new CommandCues(new MessageText(reply.Question), LanguageIdentification.Identify(new MessageText(reply.Question), reply.Locale), reply.Locale).Has(CueNames.Person) && !HasNumber(reply.Text));
        yield return ("unclear", label => label.Faults[5], verdict => verdict[ReplyAspect.Clear].IsFault, Fault(ReplyAspect.Clear), reply => ReadingEase.Of(new MessageText(reply.Text), reply.Locale) is { } ease && (reply.Locale == "zh" ? ease.Value > 40 : ease.Value < 40));
        yield return ("uncivil", label => label.Faults[6], verdict => verdict[ReplyAspect.Civil].IsFault, Fault(ReplyAspect.Civil), reply => !reply.Text.Contains('?', StringComparison.Ordinal) && ReplyCues.Find(new MessageText(reply.Text)).Exists(hit => hit.Name == "scold"));
        yield return ("sound", label => label.IsSound, verdict => verdict.Quality == ReplyQuality.Sound, verdict => verdict.Score, _ => true);
    }

    private static Func<ReplyVerdict, double> Fault(ReplyAspect aspect) => verdict => 1 - verdict[aspect].Score;

    private static int Words(string text) => new MessageText(text).Words.Count;

    private static bool HasNumber(string text) => text.AsSpan().ContainsAnyInRange('0', '9');

    private static bool HasNewNumber(ReplyInContext reply)
    {
        var known = Digits(string.Join(' ', [.. reply.Facts ?? [], reply.Question, .. reply.Before.Select(turn => turn.Text)]));
        return Digits(reply.Text).Any(number => !known.Contains(number));
    }

    private static HashSet<string> Digits(string text) => [.. text.Split([.. text.Where(character => !char.IsAsciiDigit(character)).Distinct()], StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsLikeEarlier(ReplyInContext reply)
    {
        var own = new ContentWords(new MessageText(reply.Text));
        return reply.Before.Any(turn => turn.Speaker != "customer" && own.ShareIn(new ContentWords(new MessageText(turn.Text)).Stems) > 0.5);
    }

    private static ConfusionMatrix Matrix(IEnumerable<(bool Yes, bool Said)> pairs)
    {
        var matrix = new ConfusionMatrix(["no", "yes"]);
        foreach (var (yes, said) in pairs)
            matrix.Add(Convert.ToInt32(yes), Convert.ToInt32(said));
        return matrix;
    }

    /// <summary>Agreement beyond chance (Cohen 1960).</summary>
    private static double Kappa(ConfusionMatrix matrix)
    {
        if (matrix.Total == 0)
            return 0;
        var chance = Enumerable.Range(0, matrix.Classes.Count).Sum(@class => matrix.Support(@class) / (double)matrix.Total * Enumerable.Range(0, matrix.Classes.Count).Sum(actual => matrix.Count(actual, @class)) / matrix.Total);
        return chance >= 1 ? 0 : (matrix.Accuracy - chance) / (1 - chance);
    }
}
