using System.Globalization;
using System.Text.Json;

namespace Baton.LoadGenerator;

/// <summary>Rows of numbers, printed as tables and kept as JSON.</summary>
internal sealed class Report
{
    private readonly List<(string Table, string Row, string Column, double Value)> _cells = [];

    public void Add(string table, string row, string column, double value) => _cells.Add((table, row, column, value));

    public void Print(string table)
    {
        var cells = _cells.Where(cell => cell.Table == table).ToList();
        var columns = cells.Select(cell => cell.Column).Distinct().ToList();
        Console.WriteLine();
        Console.WriteLine($"| {table} | {string.Join(" | ", columns)} |");
        Console.WriteLine($"| --- | {string.Join(" | ", columns.Select(_ => "---:"))} |");
        foreach (var row in cells.GroupBy(cell => cell.Row))
            Console.WriteLine($"| {row.Key} | {string.Join(" | ", columns.Select(column => Text(row.Where(cell => cell.Column == column))))} |");
    }

    public async Task SaveAsync(string path) =>
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(_cells.Select(cell => new { cell.Table, cell.Row, cell.Column, cell.Value }), JsonSerializerOptions.Web));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Text(IEnumerable<(string Table, string Row, string Column, double Value)> cells) =>
        cells.Select(cell => cell.Value.ToString(Math.Abs(cell.Value) >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture)).FirstOrDefault("");
}
