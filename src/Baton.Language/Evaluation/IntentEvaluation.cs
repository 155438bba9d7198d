namespace Baton.Language;

/// <summary>Measures intents on sets made by others: learned from their training splits, measured on their test splits.</summary>
internal static class IntentEvaluation
{
    /// <summary>The in-scope accuracy at which out-of-scope recall is compared with the simple baseline.</summary>
    private const double ComparedAt = 0.923;

    /// <summary>CLINC150 with its out-of-scope sentences. What is refused is decided on the validation split.</summary>
    public static IEnumerable<Figure> Clinc(string data)
    {
        var model = Learn(IntentSets.Clinc(data, "train"), [.. IntentSets.Clinc(data, "oos_train").Select(example => example.Text)]);
        var threshold = Threshold(Score(model, IntentSets.Clinc(data, "val")));
        var wanted = Score(model, IntentSets.Clinc(data, "test"));
        var unwanted = Score(model, IntentSets.Clinc(data, "oos_test"));
        yield return new Figure("intent", "CLINC150 test", "accuracy in scope, nothing refused", wanted.Average(one => one.IsRight ? 1.0 : 0), 0.910, "SVM, Larson 2019 (BERT 0.969)");
        yield return new Figure("intent", "CLINC150 test", "accuracy in scope, refusing", wanted.Average(one => one.IsRight && one.Probability >= threshold ? 1.0 : 0), 0.923, "TF-IDF and logistic regression (BERT 0.962)");
        yield return new Figure("intent", "CLINC150 test", "out-of-scope recall at that", unwanted.Average(one => one.Probability < threshold ? 1.0 : 0), 0.376, "TF-IDF and logistic regression (BERT 0.523)");
        yield return new Figure("intent", "CLINC150 test", "AUC in scope against out", Ranking.AreaUnderCurve([.. wanted.Select(one => (one.Probability, true)), .. unwanted.Select(one => (one.Probability, false))]));
        yield return new Figure("intent", "CLINC150 test", "calibration error", CalibrationError.Expected([.. wanted.Concat(unwanted).Select(one => (one.Probability, one.IsRight))]));
    }

    public static IEnumerable<Figure> Banking(string data)
    {
        var read = Score(Learn(IntentSets.Banking(data, "train"), []), IntentSets.Banking(data, "test"));
        yield return new Figure("intent", "banking77 test", "accuracy", read.Average(one => one.IsRight ? 1.0 : 0), 0.917, "TF-IDF and logistic regression");
        yield return new Figure("intent", "banking77 test", "calibration error", CalibrationError.Expected([.. read.Select(one => (one.Probability, one.IsRight))]));
    }

    /// <summary>Turns of real service chats, domain by domain; learned from every sixth training turn, which keeps it quick.</summary>
    public static IEnumerable<Figure> MultiDogo(string data)
    {
        foreach (var domain in IntentSets.MultiDogoDomains)
        {
            var train = IntentSets.MultiDogo(data, domain, "train").Where((_, number) => number % 6 == 0).ToList();
            var read = Score(Learn(train, []), IntentSets.MultiDogo(data, domain, "test"));
            yield return new Figure("intent", $"MultiDoGO {domain} test", "accuracy", read.Average(one => one.IsRight ? 1.0 : 0));
        }
    }

    /// <summary>Five to fifteen intents with ten sentences each.</summary>
    public static IEnumerable<Figure> FewExamples(string name, IReadOnlyList<IntentExample> train, IReadOnlyList<IntentExample> test, IReadOnlyList<string> none)
    {
        var outcomes = new IntentEpisodes(train, test, none).Run(40, 11)
            .Select(outcome => (outcome.Wanted, Best: outcome.Opinions.MaxBy(opinion => opinion.Probability)))
            .Select(one => (one.Wanted, IsRight: one.Wanted is not null && one.Best?.Intent == one.Wanted, Probability: one.Best is null ? 0 : IntentCalibration.FewExamples.Probability(one.Best))).ToList();
        var wanted = outcomes.Where(one => one.Wanted is not null).ToList();
        yield return new Figure("intent, ten sentences each", name, "accuracy in scope", wanted.Average(one => one.IsRight ? 1.0 : 0));
        yield return new Figure("intent, ten sentences each", name, "AUC in scope against out", Ranking.AreaUnderCurve([.. outcomes.Select(one => (one.Probability, one.Wanted is not null))]));
        yield return new Figure("intent, ten sentences each", name, "started rightly", wanted.Average(one => one.IsRight && one.Probability >= Calibration.Sure ? 1.0 : 0));
        yield return new Figure("intent, ten sentences each", name, "started wrongly, of all", outcomes.Average(one => !one.IsRight && one.Probability >= Calibration.Sure ? 1.0 : 0));
        yield return new Figure("intent, ten sentences each", name, "calibration error", CalibrationError.Expected([.. outcomes.Select(one => (one.Probability, one.IsRight))]));
    }

    /// <summary>All intents of a set at once with ten sentences each, drawn three times: many more than a team has procedures.</summary>
    public static IEnumerable<Figure> AllIntentsFromFewExamples(string name, IReadOnlyList<IntentExample> train, IReadOnlyList<IntentExample> test)
    {
        const int Draws = 3;
        const int Examples = 10;
        var wanted = test.Where(example => example.Intent is not null).ToList();
        var right = 0.0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var random = new TrainingRandom((ulong)draw + 1);
            var model = Learn([.. train.Where(example => example.Intent is not null).GroupBy(example => example.Intent!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group =>
            {
                var drawn = group.ToList();
                random.Shuffle(drawn);
                return drawn.Take(Examples);
            })], []);
            right += Score(model, wanted).Average(one => one.IsRight ? 1.0 : 0) / Draws;
        }

        yield return new Figure("intent, ten sentences each", name, $"accuracy in scope, all {wanted.Select(example => example.Intent).Distinct().Count()} at once", right);
    }

    private static IntentModel Learn(IReadOnlyList<IntentExample> train, IReadOnlyList<string> none) => new(
        [.. train.Where(example => example.Intent is not null).GroupBy(example => example.Intent!, StringComparer.Ordinal).Select(group => new IntentDefinition(group.Key, group.Key, [.. group.Select(example => example.Text)]))],
        none);

    private static List<(bool IsRight, double Probability)> Score(IntentModel model, IReadOnlyList<IntentExample> examples) =>
        [.. examples.Select(example => (example.Intent, Scores: model.Score(IntentWords.Of(example.Text)))).Select(one => one.Scores.Count == 0 ? (false, 0) : (one.Scores[0].Intent == one.Intent, one.Scores[0].Probability))];

    /// <summary>The highest threshold that leaves the accuracy compared at.</summary>
    private static double Threshold(List<(bool IsRight, double Probability)> wanted)
    {
        var right = wanted.Where(one => one.IsRight).Select(one => one.Probability).OrderDescending().ToList();
        var needed = (int)Math.Ceiling(ComparedAt * wanted.Count);
        return needed <= right.Count ? right[needed - 1] : 0;
    }
}
