using System.Globalization;
using Baton.Insight;

namespace Baton.Web;

/// <summary>What measures are called and how they are written.</summary>
internal static class MeasureWords
{
    public static string Kind(string kind) => kind switch
    {
        CaseKinds.All => "All together",
        CaseKinds.Agent => "The agent alone",
        CaseKinds.Technical => "Did not work",
        CaseKinds.Emotional => "Lost patience or trust",
        CaseKinds.Requested => "Asked for a person",
        CaseKinds.Policy => "Must be a person’s",
        _ => "Came unasked",
    };

    /// <summary>The figures of a row in the order of the columns; no words where too few stand behind one.</summary>
    public static IEnumerable<(Figure Figure, string? Words)> Of(MeasureRow row) =>
    [
        (row.Rating, Number(row.Rating)),
        (row.Retrial, Percent(row.Retrial)),
        (row.Resolution, Percent(row.Resolution)),
        (row.ContentAtEnd, Percent(row.ContentAtEnd)),
        (row.FromNeed, Number(row.FromNeed)),
        (row.FromCall, Number(row.FromCall)),
        (row.Recovery, Percent(row.Recovery)),
        (row.Messages, Number(row.Messages)),
        (row.RoundsShare, Percent(row.RoundsShare)),
        (row.Questions, Number(row.Questions)),
        (row.Solutions, Number(row.Solutions)),
    ];

    private static string? Number(Figure figure) => figure.Value?.ToString("0.0", CultureInfo.InvariantCulture);

    private static string? Percent(Figure figure) => figure.Value?.ToString("0 %", CultureInfo.InvariantCulture);
}
