using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>What programs answer in somebody's place: challenges, absences, acknowledgements.</summary>
internal static class AnsweringReading
{
    private const double Enough = 3.5;
    private const int ShortLetter = 70;

    /// <summary>The letters of a greeting and the first words behind it.</summary>
    private const int Opening = 60;

    private static readonly Regex _points = Patterns.Compile(@"(^|\n)[ \t]*[(（]?[1-9]\s?[.)）、．:：][ \t]*\S");

    public static Outcome? Challenge(LetterWords words, AutomaticSigns signs)
    {
        // People discuss such systems, quoting each other.
        var cues = words.Challenges;
        if (cues.Count == 0 || (words.Folded.Quoted.Length > 0 && signs.Sure is null && !signs.HasNullPath) || signs.IsDiscussion || cues[0].Start > 900)
            return null;
        var hasWay = words.Own.Text.Contains("http", StringComparison.Ordinal) || words.Own.Text.Contains("reply to this", StringComparison.Ordinal) || words.Own.Text.Contains("antworten", StringComparison.Ordinal);
        var isSubject = words.SubjectSays("challenge");
        if (cues.Count + (isSubject ? 1 : 0) + (signs.Sure is null && !signs.HasNullPath ? 0 : 1) < 2 || !(hasWay || isSubject) || LetterWords.Words(words.New.Text) > 350)
            return null;
        return new Outcome(OutcomeKind.Challenge, cues.Count > 1 ? 0.9 : 0.75, LetterAuthor.Program, [.. cues.Take(3).Select(cue => words.Quote(cue, "asks the sender to prove something first"))]);
    }

    public static Outcome? Away(Letter letter, LetterWords words, AutomaticSigns signs)
    {
        var cues = words.AwayCues;
        var isAwaySubject = signs.IsVacation || words.SubjectSays("away") || (signs.IsAutomaticSubject && IsAwaySubject(words.Subject.Text));
        if (cues.Count == 0 && !isAwaySubject)
            return null;
        var returns = ReturnDateReader.Read(words.Own, letter.Date ?? letter.Received);
        var isEarly = cues.Count > 0 && cues[0].Start < 400;
        var length = LetterWords.Words(words.New.Text);

        // Who opens with being away and then names who stands in says nothing else.
        var namesStandIn = cues.Count > 0 && cues[0].Start < Opening && length < ShortLetter && words.Find("stand-in") is not null;
        var score = (namesStandIn ? 2 : 0) + (signs.Sure is null ? 0 : 3) + (signs.IsAutomaticSubject ? 2 : 0) + (isAwaySubject ? 1.5 : 0) + (signs.IsGenerated || signs.HasNullPath ? 1 : 0) + (words.Automatic is null ? 0 : 1.5)
            + (isEarly ? 2 : cues.Count > 0 ? 1 : 0) + (cues.Count > 1 && length < 120 ? 1 : 0) + (returns is null ? 0 : 1) - (1.2 * words.HumanCues.Count);
        if (score < 4 || (length > 120 && signs.Sure is null && !signs.IsAutomaticSubject && words.Automatic is null))
            return null;

        // A desk that is closed for a while but has taken the matter in acknowledges.
        if (cues.Count == 1 && !isAwaySubject && words.Receipts.Count > 1 && returns is null)
            return null;
        var evidence = new List<Evidence>();
        evidence.AddRange(cues.Take(3).Select(cue => words.Quote(cue, "says that somebody is away")));
        AddSigns(evidence, signs);
        var isProgram = signs.Sure is not null || signs.IsAutomaticSubject || signs.HasNullPath || signs.IsGenerated || words.Automatic is not null;
        return new Outcome(OutcomeKind.OutOfOffice, Confidence(score, Enough), isProgram ? LetterAuthor.Program : LetterAuthor.Unknown, evidence)
        {
            Return = returns,
            Promise = cues.Count > 0 ? PromiseReader.Read(words.Own) : null,
        };
    }

    public static Outcome? Acknowledgement(Letter letter, LetterWords words, AutomaticSigns signs)
    {
        var receipts = words.Receipts;
        var automatic = words.Automatic;
        var speaksForItself = automatic is not null || signs.Sure is not null || signs.IsAutomaticSubject || signs.HasNullPath;
        var subjectSays = words.SubjectSays("receipt");
        var isShort = words.New.Text.Length < 700 && LetterWords.Words(words.New.Text) <= ShortLetter;
        if (receipts.Count == 0 && !subjectSays && !speaksForItself && !isShort)
            return null;
        var promise = PromiseReader.Read(words.Own);

        // A short letter that does little else than name a time for the answer says in effect that the question came in.
        var isPromiseOnly = isShort && promise is { Unit: not PromiseUnit.None } && words.HumanCues.Count == 0 && !words.New.Text.Contains('?', StringComparison.Ordinal);
        var answers = words.WillAnswer;
        var reference = ReferenceReader.Read(letter.Subject, words.Own.Text);
        if (receipts.Count == 0 && !subjectSays && !isPromiseOnly && !((promise is not null || answers is not null) && speaksForItself) && !(reference is not null && speaksForItself && signs.Sure is not null))
            return null;
        var score = (2 * Math.Min(2, receipts.Count)) + (subjectSays ? 1.5 : 0) + (isPromiseOnly ? 3.5 : promise is not null ? 1.5 : answers is not null ? 1 : 0) + (automatic is null ? 0 : 2) + (signs.Sure is null ? 0 : 3)
            + (signs.IsAutomaticSubject ? 2 : 0) + (signs.IsGenerated || signs.HasNullPath ? 1 : 0) + (reference is null ? 0 : 1) + (signs.IsNoReplyAddress ? 1 : 0) - (1.5 * words.HumanCues.Count);
        if (receipts.Count > 0 && receipts[0].Start > 600)
            score -= 2;
        if (score < Enough || !IsNothingElse(words, speaksForItself, receipts.Count))
            return null;
        if (words.Newsletter is not null && signs.IsBulk && receipts.Count < 2)
            return null;
        var evidence = new List<Evidence>();
        evidence.AddRange(receipts.Take(2).Select(cue => words.Quote(cue, "says that the letter came in")));
        if (promise is not null)
            evidence.Add(new Evidence("text", promise.Quote, "promises an answer"));
        else if (answers is not null)
            evidence.Add(words.Quote(answers, "promises an answer"));
        if (automatic is not null)
            evidence.Add(words.Quote(automatic, "says that a program wrote it"));
        AddSigns(evidence, signs);
        return new Outcome(OutcomeKind.Acknowledgement, Confidence(score, Enough), speaksForItself ? LetterAuthor.Program : LetterAuthor.Unknown, evidence) { Promise = promise, Reference = reference };
    }

    internal static void AddSigns(List<Evidence> evidence, AutomaticSigns signs)
    {
        if (signs.Sure is not null)
            evidence.Add(signs.Sure);
        evidence.AddRange(signs.Helping.Where(sign => sign != signs.Sure));
    }

    internal static double Confidence(double score, double enough) => Math.Round(Math.Min(0.98, 0.6 + (0.07 * (score - enough))), 2);

    /// <summary>An acknowledgement is never an answer: what says more than "it came in, we will answer" is not one.</summary>
    private static bool IsNothingElse(LetterWords words, bool speaksForItself, int receipts)
    {
        var unexplained = words.UnexplainedWords();
        var all = Math.Max(1, LetterWords.Words(words.New.Text));
        var allowed = speaksForItself ? 140 : receipts > 1 ? 70 : 35;
        // Who goes through points one by one, and is no marked program, answers them.
        if (!speaksForItself && _points.Count(words.Folded.New) > 1)
            return false;
        return unexplained <= allowed && (words.HumanCues.Count < 2 || (speaksForItself && unexplained * 2 < all));
    }

    private static bool IsAwaySubject(string subject) =>
        subject.Contains("out of", StringComparison.Ordinal) || subject.Contains("ooo", StringComparison.Ordinal) || subject.Contains("vacation", StringComparison.Ordinal) || subject.Contains("away", StringComparison.Ordinal) || subject.Contains("abwesen", StringComparison.Ordinal)
        || subject.Contains("absen", StringComparison.Ordinal) || subject.Contains("fuera", StringComparison.Ordinal) || subject.Contains("ausen", StringComparison.Ordinal) || subject.Contains("afwezig", StringComparison.Ordinal) || subject.Contains('外', StringComparison.Ordinal) || subject.Contains("不在", StringComparison.Ordinal)
        || subject.Contains("休假", StringComparison.Ordinal);
}
