using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Addresses whose letters stand apart: <c>i n f o @ f i r m a . d e</c>.</summary>
internal static partial class LetterSpaced
{
    public static IEnumerable<TextMatch> Find(string text)
    {
        if (!text.Contains(" @ ", StringComparison.Ordinal)) yield break;
        foreach (Match match in Spaced().Matches(text))
        {
            if (AddressSyntax.Parse(match.Value.Replace(" ", "", StringComparison.Ordinal)) is { } address) yield return new(address, Publication.Spelled, match.Index, match.Index + match.Length);
        }
    }

    [GeneratedRegex(@"(?<!\S)(?:[\w.+-] ){2,64}@(?: [\w.-]){4,64}(?!\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaced();
}
