namespace Baton.Language;

/// <summary>
/// Makes scores into probabilities by steps that only rise (pool adjacent violators: Zadrozny, Elkan 2002), for scores whose relation
/// to the log-odds is no line. It needs hundreds of held-out examples; with fewer use <see cref="PlattScaling"/>.
/// </summary>
/// <param name="Scores">Where steps begin, rising.</param>
/// <param name="Probabilities">What holds from there on; between two steps it is interpolated.</param>
internal sealed record IsotonicRegression(IReadOnlyList<double> Scores, IReadOnlyList<double> Probabilities)
{
    public double Probability(double score)
    {
        if (Scores.Count == 0)
            return 0.5;
        if (score <= Scores[0])
            return Probabilities[0];
        for (var step = 1; step < Scores.Count; step++)
        {
            if (score > Scores[step])
                continue;
            var share = (score - Scores[step - 1]) / (Scores[step] - Scores[step - 1]);
            return Probabilities[step - 1] + (share * (Probabilities[step] - Probabilities[step - 1]));
        }

        return Probabilities[^1];
    }

    public static IsotonicRegression Fit(IReadOnlyList<(double Score, bool IsYes)> heldOut)
    {
        var blocks = new List<(double Score, double Yes, double Count)>();
        foreach (var group in heldOut.GroupBy(one => one.Score).OrderBy(group => group.Key))
        {
            blocks.Add((group.Key, group.Count(one => one.IsYes), group.Count()));
            while (blocks.Count > 1 && blocks[^2].Yes / blocks[^2].Count >= blocks[^1].Yes / blocks[^1].Count)
            {
                var (last, before) = (blocks[^1], blocks[^2]);
                blocks.RemoveAt(blocks.Count - 1);
                var count = last.Count + before.Count;
                blocks[^1] = (((before.Score * before.Count) + (last.Score * last.Count)) / count, before.Yes + last.Yes, count);
            }
        }

        return new IsotonicRegression([.. blocks.Select(block => block.Score)], [.. blocks.Select(block => (block.Yes + 0.5) / (block.Count + 1))]);
    }
}
