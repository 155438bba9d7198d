namespace Baton.Language;

/// <summary>The judge of replies on replies of others, which the corpus does not resemble: how often it raises alarm, and how many of the alarms that were read by hand are right.</summary>
internal sealed class RecordedRepliesTable : IEvaluationTable
{
    private const string Set = "tau-bench, every fourth task";

    public string Title => "reply judge, tau-bench, recorded replies";

    public string? Missing(EvaluationSources sources) => sources.MissingData("tau-bench");

    public IEnumerable<Figure> Measure(EvaluationSources sources)
    {
        var judged = RecordedReplies.Read(sources.DataFolder!).Select(recorded => (Recorded: recorded, Verdict: sources.Judge.Judge(recorded.Reply))).ToList();
        var alarms = judged.Where(one => one.Verdict.Quality == ReplyQuality.Faulty).ToList();
        var read = alarms.Where(one => one.Recorded.IsFaulty is not null).ToList();
        yield return new Figure("reply judge", Set, $"called faulty, of {judged.Count}", alarms.Count);
        yield return new Figure("reply judge", Set, "of those read by hand", read.Count);
        yield return new Figure("reply judge", Set, "right, of those read", read.Count(one => one.Recorded.IsFaulty == true));
        foreach (var aspect in Enum.GetValues<ReplyAspect>())
            yield return new Figure("reply judge", Set, $"at fault: {aspect}", judged.Count(one => one.Verdict[aspect].IsFault));
    }
}
