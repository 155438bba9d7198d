using System.Globalization;

namespace Baton.Language;

/// <summary>
/// User Satisfaction Simulation (Sun and others 2021): conversations with a satisfaction of 1 to 5 by several readers at each user turn,
/// a file a source (<c>MWOZ.txt</c>, <c>SGD.txt</c>). For measuring only: nothing that ships learns from it.
/// </summary>
internal static class SatisfactionSet
{
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

            var isCustomer = cells[0] == "USER";
            if (isCustomer && cells.Length >= 4 && cells[3].Length > 0)
                yield return ($"{number}", [.. before], cells[1], cells[3].Split(',').Average(value => double.Parse(value, CultureInfo.InvariantCulture)));
            before.Add(new Turn(isCustomer ? "customer" : "agent", cells[1]));
        }
    }
}
