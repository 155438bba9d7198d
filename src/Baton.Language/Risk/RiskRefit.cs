namespace Baton.Language;

/// <summary>
/// Corrects the models of risk with a team's own conversations. Words of a few hundred conversations of one team would teach the matter, so only measures of the course
/// learn. Where few conversations of one end are known, only the signs learn that workers would see in them: the others, and how often failures are to be feared at all,
/// would learn nothing but the other end. Where enough of both are known, all measures learn and probabilities are fitted anew to conversations left out.
/// </summary>
internal static class RiskRefit
{
    /// <summary>So many conversations of either end are enough.</summary>
    public const int FewestOfAnEnd = 20;

    private const string Origin = "Refitted from the shipped model with a team's own conversations.";
    private const int Folds = 5;

    private static readonly LogisticOptions _options = new(RiskModels.Buckets, Epochs: 8, Rate: 0.05f, Decay: 0.02f);
    private static readonly IEnumerable<int> _measures = Enumerable.Range(0, RiskModels.WordsFrom);

    /// <summary>A model that none of the courses speaks of stays the same.</summary>
    public static RiskModels Refit(IReadOnlyList<KnownCourse> courses, RiskModels start) => new(
        Refit(start.Technical, courses, course => course.FailsTechnically),
        Refit(start.Emotional, courses, course => course.FailsEmotionally));

    private static TrainedModel Refit(TrainedModel start, IReadOnlyList<KnownCourse> courses, Func<KnownCourse, bool?> fails)
    {
        var items = courses.Where(course => fails(course) is not null).SelectMany(course => Items(course, fails(course)!.Value)).ToList();
        if (items.Count == 0)
            return start;
        return Math.Min(Ends(items, isYes: true), Ends(items, isYes: false)) < FewestOfAnEnd
            ? start with { Linear = Learn(items, start.Linear, items.SelectMany(item => item.Seen)) with { Bias = start.Linear.Bias }, Origin = Origin }
            : start with { Linear = Learn(items, start.Linear, _measures), Origin = Origin, Settings = Probabilities(items, start) };
    }

    private static Dictionary<string, double> Probabilities(IReadOnlyList<Item> items, TrainedModel start)
    {
        var heldOut = new List<(double Score, bool IsYes)>();
        foreach (var (train, test) in GroupSplit.Folds(items, item => item.Conversation, Folds))
        {
            var model = Learn(train, start.Linear, _measures);
            heldOut.AddRange(test.Select(item => (RiskTrainer.Score(model, item.Example.Vector), item.Example.Label == 1)));
        }

        var scaling = PlattScaling.Fit(heldOut);
        return new() { ["slope"] = scaling.Slope, ["offset"] = scaling.Offset, ["share"] = items.Average(item => (double)item.Example.Label) };
    }

    private static IEnumerable<Item> Items(KnownCourse course, bool fails)
    {
        var measures = new RiskMeasures();
        var places = Enumerable.Range(0, course.Turns.Count).Where(at => course.Turns[at].IsCustomer).ToList();
        foreach (var place in places)
        {
            measures.Read([.. course.Turns.Take(place + 1)]);
            yield return new Item(course.Conversation, new TrainingExample(RiskTrainer.Vector(measures), fails ? 1 : 0, RiskTrainer.WeightOfTurn(places.Count)), RiskSignals.Seen(measures));
        }
    }

    private static int Ends(IEnumerable<Item> items, bool isYes) => items.Where(item => item.Example.Label == (isYes ? 1 : 0)).DistinctBy(item => item.Conversation).Count();

    private static LinearModel Learn(IReadOnlyList<Item> items, LinearModel start, IEnumerable<int> features) =>
        RiskTrainer.Learn([.. items.Select(item => item.Example)], _options, features, start);

    private sealed record Item(string Conversation, TrainingExample Example, IReadOnlyList<int> Seen);
}
