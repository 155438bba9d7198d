using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Tells what a page is for from its address, its title and the words of links to it, in the languages of the list.</summary>
internal static class PageKinds
{
    private static readonly (PageKind Kind, Regex Words)[] Kinds = [.. EmbeddedText.Lines("EmailFinder.Pages.page-kinds.txt").Select(line => line.Split(':', 2)).Select(parts => (
        Enum.Parse<PageKind>(parts[0].Trim()),
        new Regex($@"(?<![\p{{L}}])({string.Join('|', parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Pattern))})(?![\p{{L}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))))];

    /// <summary>The kind that the words name; the address counts before the title.</summary>
    public static PageKind Of(Uri url, string title)
    {
        var path = Uri.UnescapeDataString(url.AbsolutePath);
        return OfText(path) is var byPath and not PageKind.Other ? byPath : OfText(title);
    }

    public static PageKind OfText(string text)
    {
        if (text.Length > 200) text = text[..200];
        foreach (var (kind, words) in Kinds)
        {
            if (words.IsMatch(text)) return kind;
        }
        return PageKind.Other;
    }

    private static string Pattern(string word) => Regex.Escape(word).Replace(@"\*", @"\p{L}*", StringComparison.Ordinal).Replace("_", @"[\s_-]?", StringComparison.Ordinal);
}
