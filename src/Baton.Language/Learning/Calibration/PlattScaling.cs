namespace Baton.Language;

/// <summary>
/// Makes the scores of a yes-or-no model into probabilities with a fitted line through the log-odds (Platt 1999, with the targets of
/// Lin, Lin, Weng 2007, which keep few examples from making it too sure).
/// </summary>
/// <param name="Slope">Factor of the score.</param>
/// <param name="Offset">Added to it.</param>
internal sealed record PlattScaling(double Slope, double Offset)
{
    private const int MostRounds = 100;

    /// <summary>Leaves log-odds as they are.</summary>
    public static PlattScaling None { get; } = new(1, 0);

    public double Probability(double score) => Logistic.Sigmoid((Slope * score) + Offset);

    /// <summary>Fits the line to held-out scores by Newton's method.</summary>
    public static PlattScaling Fit(IReadOnlyList<(double Score, bool IsYes)> heldOut)
    {
        var yes = heldOut.Count(one => one.IsYes);
        var no = heldOut.Count - yes;
        if (yes == 0 || no == 0)
            return None;
        var high = (yes + 1.0) / (yes + 2.0);
        var low = 1.0 / (no + 2.0);
        var fitted = new PlattScaling(0, Math.Log((yes + 1.0) / (no + 1.0)));
        for (var round = 0; round < MostRounds; round++)
        {
            var (bySlope, byOffset) = fitted.NewtonStep(heldOut, high, low);
            var loss = fitted.Loss(heldOut, high, low);
            var share = 1.0;
            PlattScaling next;

            // A whole step may jump over the valley; half of it, and half of that, does not.
            do
            {
                next = new PlattScaling(fitted.Slope - (share * bySlope), fitted.Offset - (share * byOffset));
                share /= 2;
            }
            while (next.Loss(heldOut, high, low) > loss && share > 1e-6);
            var moved = Math.Abs(next.Slope - fitted.Slope) + Math.Abs(next.Offset - fitted.Offset);
            fitted = next;
            if (moved < 1e-9)
                break;
        }

        return fitted;
    }

    private (double BySlope, double ByOffset) NewtonStep(IReadOnlyList<(double Score, bool IsYes)> heldOut, double high, double low)
    {
        double g0 = 0, g1 = 0, h00 = 1e-9, h01 = 0, h11 = 1e-9;
        foreach (var (score, isYes) in heldOut)
        {
            var probability = Probability(score);
            var error = probability - (isYes ? high : low);
            var spread = probability * (1 - probability);
            g0 += error * score;
            g1 += error;
            h00 += spread * score * score;
            h01 += spread * score;
            h11 += spread;
        }

        var determinant = Math.Max((h00 * h11) - (h01 * h01), 1e-12);
        return (((h11 * g0) - (h01 * g1)) / determinant, ((h00 * g1) - (h01 * g0)) / determinant);
    }

    private double Loss(IReadOnlyList<(double Score, bool IsYes)> heldOut, double high, double low)
    {
        var loss = 0.0;
        foreach (var (score, isYes) in heldOut)
        {
            var target = isYes ? high : low;
            var probability = Math.Clamp(Probability(score), 1e-12, 1 - 1e-12);
            loss -= (target * Math.Log(probability)) + ((1 - target) * Math.Log(1 - probability));
        }

        return loss;
    }
}
