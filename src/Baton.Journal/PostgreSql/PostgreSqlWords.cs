using System.Globalization;

namespace Baton.Journal;

/// <summary>
/// Words in PostgreSQL's own notation for indexed text and queries. Its parser is not asked: it would cut some texts
/// otherwise than the other engine (addresses, numbers), and a query could be an error.
/// </summary>
internal static class PostgreSqlWords
{
    /// <summary>The words of a text with their places.</summary>
    public static string Vector(IReadOnlyList<string> words) =>
        string.Join(' ', words.Select((word, i) => string.Create(CultureInfo.InvariantCulture, $"'{word}':{i + 1}")));

    /// <summary>Neighbouring words of which the last may be the beginning of a longer one.</summary>
    public static string Query(List<string> term) => $"{string.Join(" <-> ", term.Select(word => $"'{word}'"))}:*";

    /// <summary>PostgreSQL's text has no NUL.</summary>
    public static string? WithoutNul(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
