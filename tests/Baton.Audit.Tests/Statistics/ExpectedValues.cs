using System.Globalization;

namespace Baton.Audit.Tests;

/// <summary>What R says of ten data sets: see expected.R.</summary>
internal sealed class ExpectedValues
{
    private readonly Dictionary<(string Set, string What), List<(string Key, double Number)>> _values = [];

    private ExpectedValues(IEnumerable<string> lines)
    {
        foreach (var words in lines.Select(line => line.Split(',')).Where(words => words.Length == 5))
        {
            if (words[0] == "data")
            {
                if (!Samples.TryGetValue(words[1], out var sample))
                    Samples[words[1]] = sample = [];
                sample.Add(new Observation(Number(words[2]), int.Parse(words[3], CultureInfo.InvariantCulture), int.Parse(words[4], CultureInfo.InvariantCulture)));
            }
            else if (words[0] == "value")
            {
                if (!_values.TryGetValue((words[1], words[2]), out var values))
                    _values[(words[1], words[2])] = values = [];
                values.Add((words[3], Number(words[4])));
            }
        }
    }

    public static ExpectedValues Committed { get; } = new(File.ReadLines(Path.Combine(Folder, "expected.csv")));

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Statistics");

    public Dictionary<string, List<Observation>> Samples { get; } = new(StringComparer.Ordinal);

    public static ExpectedValues Parse(string text) => new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>By time or another number; empty when R says nothing of it.</summary>
    public IReadOnlyList<(double Key, double Number)> ByNumber(string set, string what) =>
        _values.TryGetValue((set, what), out var values) ? [.. values.Select(value => (Number(value.Key), value.Number))] : [];

    /// <summary>One number by its name; null when R does not give it.</summary>
    public double? One(string set, string what, string key) =>
        _values.TryGetValue((set, what), out var values) && values.Exists(value => value.Key == key) ? values.Find(value => value.Key == key).Number : null;

    private static double Number(string written) => written switch
    {
        "NA" or "NaN" => double.NaN,
        "Inf" => double.PositiveInfinity,
        _ => double.Parse(written, CultureInfo.InvariantCulture),
    };
}
