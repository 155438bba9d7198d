namespace Baton.Language;

/// <summary>Measures risk: how well ends are foreseen, how early, and at what price in false alarms.</summary>
internal static class RiskEvaluation
{
    /// <summary>An alarm is raised from this probability of failure on; see the model's card for how it was chosen.</summary>
    public const double AlarmFrom = 0.52;

    /// <summary>Figures of the corpus's test split, then the same of a reader that sees only the opening words.</summary>
    public static IEnumerable<Figure> Corpus(Corpus corpus, MessageModels messages, RiskModels models)
    {
        var sets = new RiskSets(messages);
        var test = sets.Corpus(corpus, "test");
        var reader = new RiskReader(models);
        var courses = test.Select(conversation => RiskCourse.Read(conversation, reader)).ToList();
        var opening = new RiskReader(OpeningModels(sets, corpus));
        var openings = test.Select(conversation => RiskCourse.ReadOpening(conversation, opening)).ToList();
        return Measure(courses, "risk", "Baton corpus, conversations").Concat(Measure(openings, "risk by the opening words alone", "Baton corpus, conversations", AsManyFalseAlarms(openings, courses)));
    }

    /// <summary>Tasks that nothing was learned from, beside the length of the conversation alone.</summary>
    public static IEnumerable<Figure> TauBench(string data, MessageModels messages, RiskModels models)
    {
        const string set = "tau-bench, tasks left out";
        var reader = new RiskReader(models);
        var courses = new RiskSets(messages).TauBench(data).Where(conversation => RiskSets.IsForMeasuring(conversation.Group)).Select(conversation => RiskCourse.Read(conversation, reader)).ToList();
        yield return new Figure("risk", set, $"AUC of failure, at the end ({courses.Count})", Last(courses, (course, round) => course.Technical[round], course => course.Conversation.Failed), 0.683, "length alone, all tasks");
        yield return new Figure("risk", set, "AUC of failure, at half of the rounds", Ranking.AreaUnderCurve([.. courses.Select(course => (course.Technical[course.Rounds / 2], course.Conversation.Failed))]));
        yield return new Figure("risk by the length alone", set, "AUC of failure, at the end", Last(courses, (course, _) => course.Conversation.Messages, course => course.Conversation.Failed));
        yield return new Figure("risk by the opening words alone", set, "AUC of failure", Ranking.AreaUnderCurve([.. courses.Select(course => (course.Technical[0], course.Conversation.Failed))]));
    }

    /// <summary>Learned from nothing but the opening turns of the training split.</summary>
    private static RiskModels OpeningModels(RiskSets sets, Corpus corpus) =>
        RiskTrainer.Train([.. sets.Corpus(corpus, "train").Select(conversation => conversation with { Turns = [.. conversation.Until(conversation.CustomerTurns[0])] })], "");

    public static IEnumerable<Figure> Measure(IReadOnlyList<RiskCourse> courses, string task, string set, double alarm = AlarmFrom)
    {
        var rounds = courses.SelectMany(course => Enumerable.Range(0, course.Rounds).Select(round => (Course: course, Round: round))).ToList();
        yield return new Figure(task, set, $"AUC technical failure, last round ({courses.Count})", Last(courses, (course, round) => course.Technical[round], course => course.Conversation.End == ConversationEnd.Technical));
        yield return new Figure(task, set, "AUC emotional escalation, last round", Last(courses, (course, round) => course.Emotional[round], course => course.Conversation.End == ConversationEnd.Emotional));
        yield return new Figure(task, set, "AUC either, last round", Last(courses, (course, round) => course.Failure(round), course => course.Conversation.Failed));
        yield return new Figure(task, set, "AUC either, every round", Ranking.AreaUnderCurve([.. rounds.Select(one => (one.Course.Failure(one.Round), one.Course.Conversation.Failed))]));
        yield return new Figure(task, set, "AUC either, a round before the labelled moment or the end", Early(courses));
        yield return new Figure(task, set, "F1 either, last round, at 0.5", Ranking.At([.. courses.Select(course => (course.Failure(course.Rounds - 1), course.Conversation.Failed))], 0.5).F1);
        yield return new Figure(task, set, "calibration error, technical", CalibrationError.Expected([.. rounds.Select(one => (one.Course.Technical[one.Round], one.Course.Conversation.End == ConversationEnd.Technical))]));
        yield return new Figure(task, set, "calibration error, emotional", CalibrationError.Expected([.. rounds.Select(one => (one.Course.Emotional[one.Round], one.Course.Conversation.End == ConversationEnd.Emotional))]));
        foreach (var figure in Moments(courses, task, set, alarm))
            yield return figure;
    }

    /// <summary>The threshold at which a reader raises no more false alarms than another does at <see cref="AlarmFrom"/>: only so are their moments comparable.</summary>
    private static double AsManyFalseAlarms(IReadOnlyList<RiskCourse> courses, IReadOnlyList<RiskCourse> others)
    {
        var allowed = others.Count(course => course.StepIn is null && course.Alarm(AlarmFrom) is not null);
        var highest = courses.Where(course => course.StepIn is null).Select(course => Enumerable.Range(0, course.Rounds).Max(course.Failure)).OrderDescending().ToList();
        return allowed < highest.Count ? Math.BitIncrement(highest[allowed]) : 0;
    }

    private static IEnumerable<Figure> Moments(IReadOnlyList<RiskCourse> courses, string task, string set, double alarm)
    {
        var moments = courses.Select(course => (Course: course, Alarm: course.Alarm(alarm))).ToList();
        foreach (var (name, tolerance) in new[] { ("GT-I", 1), ("GT-II", 2), ("GT-III", 3) })
            yield return new Figure(task, set, name, moments.Average(one => TransferScore.Of(one.Course.StepIn, one.Alarm, tolerance)));
        var needed = moments.Where(one => one.Course.StepIn is not null).ToList();
        var caught = needed.Where(one => one.Alarm is not null).ToList();
        yield return new Figure(task, set, "alarms where a person was needed", (double)caught.Count / needed.Count);
        yield return new Figure(task, set, "of them at or before the labelled moment", caught.Count == 0 ? 0 : (double)caught.Count(one => one.Alarm <= one.Course.StepIn) / caught.Count);
        yield return new Figure(task, set, "median lead before the labelled moment, rounds", Median([.. caught.Select(one => (double)(one.Course.StepIn!.Value - one.Alarm!.Value))]));
        yield return new Figure(task, set, "median lead before the complaint, rounds", Median([.. moments.Where(one => one is { Alarm: not null, Course.Complaint: not null }).Select(one => (double)(one.Course.Complaint!.Value - one.Alarm!.Value))]));
        var fine = moments.Where(one => one.Course.StepIn is null).ToList();
        yield return new Figure(task, set, "false alarms a conversation where nobody was needed", (double)fine.Count(one => one.Alarm is not null) / Math.Max(fine.Count, 1));
    }

    private static double Early(IReadOnlyList<RiskCourse> courses) => Ranking.AreaUnderCurve(
        [.. courses.Where(course => (course.StepIn ?? (course.Rounds - 1)) >= 1).Select(course => (course.Failure((course.StepIn ?? (course.Rounds - 1)) - 1), course.Conversation.Failed))]);

    private static double Last(IReadOnlyList<RiskCourse> courses, Func<RiskCourse, int, double> score, Func<RiskCourse, bool> isYes) =>
        Ranking.AreaUnderCurve([.. courses.Select(course => (score(course, course.Rounds - 1), isYes(course)))]);

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
