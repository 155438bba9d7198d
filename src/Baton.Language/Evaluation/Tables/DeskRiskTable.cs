namespace Baton.Language;

/// <summary>
/// How often risk alone calls a person on a desk with default costs: in the corpus, where it is known when one was needed, and in everyday
/// service chats by others, by the readers' judgement of the whole. Nothing that ships learned from the latter.
/// </summary>
internal sealed class DeskRiskTable : IEvaluationTable
{
    // The desk's defaults: its share of failures, and what follows from its costs (docs/escalation.md).
    private const double ExpectedFailures = 0.15;
    private const double WatchFrom = 0.21;
    private const double CallFrom = 0.4;

    private static readonly string[] _chats = ["MWOZ", "SGD"];

    public string Title => "risk on the desk, default costs";

    public string? Missing(EvaluationSources sources) => sources.MissingCorpus();

    public IEnumerable<Figure> Measure(EvaluationSources sources)
    {
        var sets = new RiskSets(sources.Models);
        var reader = new RiskReader(sources.Risk, ExpectedFailures);
        var corpus = sets.Corpus(sources.Corpus, "test").Select(conversation => RiskCourse.Read(conversation, reader)).ToList();
        var needed = corpus.Where(course => course.StepIn is not null).ToList();
        foreach (var figure in Shares("Baton corpus", "a person was needed", needed).Concat(Shares("Baton corpus", "nobody was needed", [.. corpus.Where(course => course.StepIn is null)])))
            yield return figure;
        yield return new Figure(Title, "Baton corpus", "of those watched, at or before the labelled moment", Share([.. needed.Where(course => course.Alarm(WatchFrom) is not null)], course => course.Alarm(WatchFrom) <= course.StepIn));
        foreach (var name in _chats)
        {
            var file = SatisfactionSet.PathOf(name);
            if (!sources.HasData(file)) continue;
            var chats = sets.Chats(Path.Combine(sources.DataFolder!, file)).Select(chat => (chat.Satisfaction, Course: RiskCourse.Read(chat.Conversation, reader))).ToList();
            var satisfied = Shares(name, "satisfied, 3 to 5", [.. chats.Where(chat => chat.Satisfaction >= 3).Select(chat => chat.Course)]);
            foreach (var figure in satisfied.Concat(Shares(name, "dissatisfied, below 2.5", [.. chats.Where(chat => chat.Satisfaction < 2.5).Select(chat => chat.Course)])))
            {
                yield return figure;
            }
        }
    }

    private IEnumerable<Figure> Shares(string set, string which, List<RiskCourse> courses) =>
    [
        new Figure(Title, set, $"watched, {which} ({courses.Count})", Share(courses, course => course.Alarm(WatchFrom) is not null)),
        new Figure(Title, set, $"a person called, {which}", Share(courses, course => course.Alarm(CallFrom) is not null)),
    ];

    private static double Share(List<RiskCourse> courses, Func<RiskCourse, bool> isSo) => courses.Count == 0 ? 0 : (double)courses.Count(isSo) / courses.Count;
}
