using System.Text;

namespace Baton.Audit;

/// <summary>Short quotations for evidence.</summary>
internal static class Snippets
{
    public const int Longest = 160;
    private const int Beside = 50;

    /// <summary>A part of a text with the words around it on the same line.</summary>
    public static string Around(string text, int start, int end)
    {
        var (from, to) = (Math.Max(0, start - Beside), Math.Min(text.Length, end + Beside));
        from = Math.Max(from, text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1);
        if (text.IndexOf('\n', end) is >= 0 and var line && line < to) to = line;
        // Words that are cut in half are left out.
        while (from > 0 && from < start && !char.IsWhiteSpace(text[from - 1])) from++;
        while (to < text.Length && to > end && !char.IsWhiteSpace(text[to])) to--;
        return Short(text[from..to], Longest * 2);
    }

    /// <summary>On one line, without double spaces, cut at <see cref="Longest"/>.</summary>
    public static string Short(string text, int longest = Longest)
    {
        var result = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var letter in text)
        {
            if (result.Length >= longest) return result.Append('…').ToString();
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter)) result.Append(letter);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }
        return result.ToString().Trim();
    }
}
