namespace Baton.Language;

/// <summary>How often each class was taken for each; figures follow from it. A class that never occurs has no F1 and does not count in the mean.</summary>
internal sealed class ConfusionMatrix(IReadOnlyList<string> classes)
{
    private readonly int[,] _counts = new int[classes.Count, classes.Count];

    public IReadOnlyList<string> Classes { get; } = classes;

    public int Total { get; private set; }

    /// <summary>Share of right answers; 0 of none.</summary>
    public double Accuracy => Total == 0 ? 0 : (double)Enumerable.Range(0, Classes.Count).Sum(@class => _counts[@class, @class]) / Total;

    /// <summary>Mean F1 of the classes that occur.</summary>
    public double MacroF1 => Enumerable.Range(0, Classes.Count).Where(@class => Support(@class) > 0).Select(F1).DefaultIfEmpty(0).Average();

    public void Add(int actual, int predicted)
    {
        _counts[actual, predicted]++;
        Total++;
    }

    public int Count(int actual, int predicted) => _counts[actual, predicted];

    public int Support(int @class) => Enumerable.Range(0, Classes.Count).Sum(predicted => _counts[@class, predicted]);

    public double Recall(int @class) => Share(_counts[@class, @class], Support(@class));

    public double Precision(int @class) => Share(_counts[@class, @class], Enumerable.Range(0, Classes.Count).Sum(actual => _counts[actual, @class]));

    public double F1(int @class)
    {
        var (precision, recall) = (Precision(@class), Recall(@class));
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
