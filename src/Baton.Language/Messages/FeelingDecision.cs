namespace Baton.Language;

/// <summary>
/// Chooses the feeling to act on. Most messages are neutral, so the most probable feeling is neutral too often for a desk; each feeling
/// gets a handicap in log-odds, fitted so that the mean F1 of the feelings is highest. The probabilities stay as they are.
/// </summary>
internal sealed class FeelingDecision(IReadOnlyList<double> handicaps)
{
    private const int Feelings = 6;

    /// <summary>Chooses the most probable.</summary>
    public static FeelingDecision None { get; } = new(new double[Feelings]);

    public static FeelingDecision Of(TrainedModel model) => new([.. Enum.GetNames<Feeling>().Select(name => model.Setting(Name(name)))]);

    public IEnumerable<KeyValuePair<string, double>> Settings => Enum.GetNames<Feeling>().Select((name, feeling) => KeyValuePair.Create(Name(name), handicaps[feeling]));

    public Feeling Choose(ReadOnlySpan<float> probabilities)
    {
        var (best, highest) = (0, double.NegativeInfinity);
        for (var feeling = 0; feeling < Feelings; feeling++)
        {
            var value = Math.Log(probabilities[feeling] + 1e-9) + handicaps[feeling];
            if (value > highest)
                (best, highest) = (feeling, value);
        }

        return (Feeling)best;
    }

    /// <summary>Fits the handicaps to held-out probabilities, one feeling after another, until none helps.</summary>
    public static FeelingDecision Fit(IReadOnlyList<(float[] Probabilities, int Label)> heldOut)
    {
        var handicaps = new double[Feelings];
        var best = MacroF1(heldOut, handicaps);
        for (var round = 0; round < 4; round++)
        {
            for (var feeling = 1; feeling < Feelings; feeling++)
            {
                for (var step = -4; step <= 5; step++)
                {
                    var tried = handicaps.ToArray();
                    tried[feeling] = step * 0.15;
                    if (MacroF1(heldOut, tried) is var reached && reached > best + 1e-4)
                        (best, handicaps) = (reached, tried);
                }
            }
        }

        return new FeelingDecision(handicaps);
    }

    private static double MacroF1(IReadOnlyList<(float[] Probabilities, int Label)> heldOut, double[] handicaps)
    {
        var decision = new FeelingDecision(handicaps);
        var matrix = new ConfusionMatrix(Enum.GetNames<Feeling>());
        foreach (var (probabilities, label) in heldOut)
            matrix.Add(label, (int)decision.Choose(probabilities));
        return matrix.MacroF1;
    }

    private static string Name(string feeling) => "handicap-" + feeling;
}
