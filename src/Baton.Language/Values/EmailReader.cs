using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>Finds e-mail addresses; "ada at example dot com" too when one was asked for. The domain is written in lower case.</summary>
internal sealed class EmailReader : IValueReader
{
    private const int LongestSpoken = 300;
    private static readonly Regex _address = Patterns.Compile(@"[a-z0-9._%+'\-]{1,64}@[a-z0-9][a-z0-9.\-]{0,250}\.[a-z]{2,24}");
    private static readonly Regex _spoken = Patterns.Compile(@"([a-z0-9._%+\-]{1,64})\s?[(\[]?\s?(?:at|ät|arroba|arobase)\s?[)\]]?\s?((?:[a-z0-9\-]{1,60}\s?[(\[]?\s?(?:dot|punkt|punto|point|\.)\s?[)\]]?\s?){1,3}[a-z]{2,10})\b");
    private static readonly Regex _spokenDot = Patterns.Compile(@"\s?[(\[]?\s?\b(?:dot|punkt|punto|point)\b\s?[)\]]?\s?|\s?\.\s?");

    /// <summary>Slips of the hand: "ada @ example.com", "ada@example,com".</summary>
    private static readonly Regex _slip = Patterns.Compile(@"([a-z0-9._%+\-]{1,64})\s?@\s?((?:[a-z0-9\-]{1,60}\s?[.,]\s?){1,3}(?:com|net|org|de|at|ch|es|mx|fr|be|uk|cn|eu|io|info))\b");

    public IEnumerable<ValueMention> Read(ValueContext context)
    {
        var found = false;
        foreach (Match match in context.Text.Contains('@', StringComparison.Ordinal) ? _address.Matches(context.Text) : Enumerable.Empty<Match>())
        {
            found = true;
            var start = match.Index;
            var written = match.Value;
            while (written.Length > 0 && written[0] is '.' or '-' or '\'' or '%')
            {
                written = written[1..];
                start++;
            }

            if (Normalise(written) is { } address)
                yield return new ValueMention(address, start, match.Index + match.Length);
        }

        if (found || !context.IsAsked || context.Text.Length > LongestSpoken)
            yield break;
        foreach (Match match in context.Text.Contains('@', StringComparison.Ordinal) ? _slip.Matches(context.Text) : _spoken.Matches(context.Text))
        {
            var domain = _spokenDot.Replace(match.Groups[2].Value, ".").Replace(',', '.').Replace(" ", "", StringComparison.Ordinal);
            if (Normalise($"{match.Groups[1].Value}@{domain}") is { } address)
                yield return new ValueMention(address, match.Index, match.Index + match.Length);
        }
    }

    private static string? Normalise(string written)
    {
        var at = written.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || written.Contains("..", StringComparison.Ordinal) || written[at - 1] == '.' || written.Contains("-.", StringComparison.Ordinal))
            return null;
        return written[..at] + written[at..].ToLowerInvariant();
    }
}
