namespace Baton.Language;

/// <summary>
/// Tells dissatisfaction from the course alone, without a word of what the conversation is about: learned from turns after replies
/// that missed. It knows less than the model of words and knows it in every trade.
/// </summary>
internal sealed class CourseExpert(LinearModel model)
{
    private const double MostLost = 0.02;

    public static CourseExpert Train(IReadOnlyList<TrainingExample> examples) => new(LogisticTrainer.Train(
        ["yes"], [.. examples.Select(example => example with { Vector = MessageFeatures.OfCourse(example.Vector) })], new LogisticOptions(MessageFeatures.Buckets, Epochs: 24, Rate: 0.3f, Decay: 0.001f)));

    /// <summary>How much the course speaks for dissatisfaction, in log-odds; 0 where nothing was said before and no phrase is known.</summary>
    public double Score(FeatureVector vector)
    {
        Span<float> score = stackalloc float[1];
        var measures = MessageFeatures.OfCourse(vector);
        model.Score(measures.Indexes, measures.Values, score);
        return score[0] - model.Bias[0];
    }

    /// <summary>Its model, scoring so many times as much.</summary>
    public LinearModel Times(float share) => model with { Weights = [.. model.Weights.Select(weight => weight * share)], Bias = [0] };

    /// <summary>
    /// How much it may count beside another model's held-out scores: the most that costs their order no more than two hundredths of AUC.
    /// </summary>
    public double ShareBeside(IReadOnlyList<(TrainingExample Example, float Score)> heldOut)
    {
        var own = heldOut.Select(one => Score(one.Example.Vector)).ToList();
        double Area(double share) => Ranking.AreaUnderCurve([.. heldOut.Select((one, number) => (one.Score + (share * own[number]), one.Example.Label == 1))]);
        var least = Area(0) - MostLost;
        return new[] { 1, 0.7, 0.5, 0.35, 0.25, 0.18, 0.12, 0.08 }.FirstOrDefault(share => Area(share) >= least);
    }
}
