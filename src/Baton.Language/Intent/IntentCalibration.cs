namespace Baton.Language;

/// <summary>One message of a measurement: what was wanted (null for none of the intents) and what a model said.</summary>
internal sealed record IntentOutcome(string? Wanted, IReadOnlyList<IntentOpinion> Opinions);

/// <summary>Turns the opinions of the model and of the nearest examples into one honest probability.</summary>
/// <param name="Offset">Added.</param>
/// <param name="ByLogit">Factor of the model's log-odds.</param>
/// <param name="BySimilarity">Factor of the likeness to the nearest example.</param>
/// <param name="ByLead">Factor of its lead over the nearest example of another intent.</param>
internal sealed record IntentCalibration(double Offset, double ByLogit, double BySimilarity, double ByLead)
{
    private const double Pull = 0.1;

    /// <summary>
    /// For ten sentences an intent, whatever the intents are: fitted on episodes drawn from the training splits of CLINC150 and
    /// banking77 (tools/Baton.Training prints them).
    /// </summary>
    public static IntentCalibration FewExamples { get; } = new(0.897, 0.775, -0.090, 5.248);

    public double Probability(IntentOpinion opinion) =>
        Logistic.Sigmoid(Values(opinion).Zip([Offset, ByLogit, BySimilarity, ByLead], (value, weight) => value * weight).Sum());

    /// <summary>Fits the four numbers to whether the best opinion was right, by Newton's method with a small pull to 0.</summary>
    public static IntentCalibration Fit(IReadOnlyList<IntentOutcome> outcomes)
    {
        var rows = outcomes.Where(outcome => outcome.Opinions.Count > 0).Select(outcome => (Best: outcome.Opinions.MaxBy(opinion => opinion.Probability)!, outcome.Wanted))
            .Select(one => (Values: Values(one.Best), IsRight: one.Best.Intent == one.Wanted)).ToList();
        var weights = new double[4];
        for (var round = 0; round < 30; round++)
        {
            var gradient = weights.Select(weight => Pull * weight).ToArray();
            var hessian = new double[4, 4];
            foreach (var (values, isRight) in rows)
            {
                var probability = Logistic.Sigmoid(values.Zip(weights, (value, weight) => value * weight).Sum());
                for (var first = 0; first < 4; first++)
                {
                    gradient[first] += (probability - (isRight ? 1 : 0)) * values[first];
                    for (var second = 0; second < 4; second++)
                        hessian[first, second] += probability * (1 - probability) * values[first] * values[second];
                }
            }

            for (var index = 0; index < 4; index++)
                hessian[index, index] += Pull;
            weights = [.. weights.Zip(LinearSystem.Solve(hessian, gradient), (weight, step) => weight - step)];
        }

        return new IntentCalibration(weights[0], weights[1], weights[2], weights[3]);
    }

    private static double[] Values(IntentOpinion opinion) =>
        [1, Logistic.Logit(Math.Clamp(opinion.Probability, 1e-4, 0.9999)), opinion.Similarity, opinion.Similarity - opinion.NextSimilarity];
}
