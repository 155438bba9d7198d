namespace Baton.Language;

/// <summary>How well scores order yes before no.</summary>
internal static class Ranking
{
    /// <summary>Area under the ROC curve: how often a yes has a higher score than a no, ties half (Mann–Whitney). 0.5 when one side is empty.</summary>
    public static double AreaUnderCurve(IReadOnlyList<(double Score, bool IsYes)> scored)
    {
        double yes = scored.Count(one => one.IsYes), no = scored.Count - yes;
        if (yes == 0 || no == 0)
            return 0.5;
        double ranks = 0, before = 0;
        foreach (var tie in scored.GroupBy(one => one.Score).OrderBy(group => group.Key))
        {
            var count = tie.Count();
            ranks += tie.Count(one => one.IsYes) * (before + ((count + 1) / 2.0));
            before += count;
        }

        return (ranks - (yes * (yes + 1) / 2)) / (yes * no);
    }

    /// <summary>Precision, recall and F1 when everything from a threshold on counts as yes.</summary>
    public static (double Precision, double Recall, double F1) At(IReadOnlyList<(double Score, bool IsYes)> scored, double threshold)
    {
        double hits = scored.Count(one => one.IsYes && one.Score >= threshold);
        double named = scored.Count(one => one.Score >= threshold);
        double yes = scored.Count(one => one.IsYes);
        var precision = named == 0 ? 0 : hits / named;
        var recall = yes == 0 ? 0 : hits / yes;
        return (precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }
}
