using System.Text;

namespace Baton.Audit;

/// <summary>Short quotations for evidence.</summary>
internal static class Snippets
{
    public const int Longest = 160;

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
