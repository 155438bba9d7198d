namespace Baton.Language;

/// <summary>Finds the one temperature that makes held-out probabilities of several classes honest (Guo, Pleiss, Sun, Weinberger 2017).</summary>
internal static class TemperatureScaling
{
    /// <summary>The temperature with the highest likelihood, 0.05 to 20, by golden-section search.</summary>
    /// <param name="heldOut">Scores before softmax and the number of the true class.</param>
    public static float Fit(IReadOnlyList<(float[] Scores, int Label)> heldOut)
    {
        if (heldOut.Count == 0)
            return 1;
        var ratio = (Math.Sqrt(5) - 1) / 2;
        double low = Math.Log(0.05), high = Math.Log(20);
        for (var round = 0; round < 40; round++)
        {
            var left = high - (ratio * (high - low));
            var right = low + (ratio * (high - low));
            if (Loss(heldOut, Math.Exp(left)) < Loss(heldOut, Math.Exp(right)))
                high = right;
            else
                low = left;
        }

        return (float)Math.Exp((low + high) / 2);
    }

    private static double Loss(IReadOnlyList<(float[] Scores, int Label)> heldOut, double temperature)
    {
        var loss = 0.0;
        foreach (var (scores, label) in heldOut)
        {
            var highest = scores.Max();
            loss += Math.Log(scores.Sum(score => Math.Exp((score - highest) / temperature))) - ((scores[label] - highest) / temperature);
        }

        return loss;
    }
}
