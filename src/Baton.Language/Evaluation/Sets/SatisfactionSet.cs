using System.Globalization;

namespace Baton.Language;

/// <summary>
/// User Satisfaction Simulation (Sun and others 2021): conversations with a satisfaction of 1 to 5 by several readers at each user turn,
/// a file a source (<c>MWOZ.txt</c>, <c>SGD.txt</c>). For measuring only: nothing that ships learns from it.
/// </summary>
internal static class SatisfactionSet
{
    /// <summary>Where the file of a source lies in the data folder.</summary>
    public static string PathOf(string name) => Path.Combine("user-satisfaction-simulation", "dataset", name + ".txt");

    /// <summary>Whole conversations with the readers' mean of the whole, 1 to 5.</summary>
    public static IEnumerable<(IReadOnlyList<Turn> Turns, double Satisfaction)> Conversations(string file)
    {
        var turns = new List<Turn>();
        foreach (var cells in File.ReadLines(file).Select(line => line.Split('\t')).Where(cells => cells.Length >= 4))
        {
            if (cells[1] != "OVERALL")
            {
                turns.Add(TurnOf(cells));
                continue;
            }

            if (cells[3].Length > 0 && turns.Exists(turn => turn.Speaker == "customer")) yield return ([.. turns], MeanOf(cells));
            turns.Clear();
        }
    }

    /// <summary>User turns with the readers' mean, and what was said before.</summary>
    public static IEnumerable<(string Group, IReadOnlyList<Turn> Before, string Text, double Satisfaction)> Read(string file)
    {
        var before = new List<Turn>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            var cells = line.Split('\t');
            if (cells.Length < 2 || cells[1] == "OVERALL")
            {
                before.Clear();
                number++;
                continue;
            }

            if (cells[0] == "USER" && cells.Length >= 4 && cells[3].Length > 0)
                yield return ($"{number}", [.. before], cells[1], MeanOf(cells));
            before.Add(TurnOf(cells));
        }
    }

    private static Turn TurnOf(string[] cells) => new(cells[0] == "USER" ? "customer" : "agent", cells[1]);

    private static double MeanOf(string[] cells) => cells[3].Split(',').Average(value => double.Parse(value, CultureInfo.InvariantCulture));
}
