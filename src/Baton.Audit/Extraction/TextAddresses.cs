using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>An address in a text.</summary>
/// <param name="Address">As a mail program takes it.</param>
/// <param name="How">Text, Spelled, FullWidth or Shifted.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct TextMatch(string Address, Publication How, int Start, int End);

/// <summary>
/// Finds addresses in running text: starts from whatever stands for an at sign and reads outwards. How much a reading must prove
/// depends on how clearly the sign is one: "info@" needs little, "info at" in a sentence much.
/// </summary>
internal static class TextAddresses
{
    /// <param name="text">The text.</param>
    /// <param name="seams">Places where one element ends and another starts: an address may span them, or end there. Ascending.</param>
    /// <param name="symbols">Signs that the page says stand for the at sign.</param>
    public static IEnumerable<TextMatch> Find(string text, IReadOnlyList<int>? seams = null, string symbols = "")
    {
        seams ??= [];
        var from = 0;
        foreach (var (start, end, strength) in Signs(text, symbols))
        {
            if (start < from) continue;
            var match = strength == SignStrength.Sign && !IsLoose(text, start, end) && PlainAddress.Read(text, start, end, seams, out var isLookalike) is var plain && (plain is not null || isLookalike)
                ? plain
                : SpelledAddress.Read(text, start, end, strength);
            if (match is not { } found) continue;
            from = found.End;
            yield return found;
        }
    }

    /// <summary>Which signs the page's own words put in place of the at sign, e.g. "replace ☆ by @".</summary>
    public static string SymbolsNamedIn(string text)
    {
        var symbols = "";
        for (var sign = NextSign(text, 0); sign >= 0; sign = NextSign(text, sign + 1))
        {
            // The note stands close to a sign: the rest of the text need not be searched.
            var (from, end) = (Math.Max(0, sign - Reach), Math.Min(text.Length, sign + Reach));
            if (!text.AsSpan(from, end - from).ContainsAny(Symbols)) continue;
            foreach (Match match in Note.Matches(text[from..end]))
            {
                if (!symbols.Contains(match.Groups["symbol"].Value, StringComparison.Ordinal)) symbols += match.Groups["symbol"].Value;
            }
        }
        return symbols;
    }

    private static int NextSign(string text, int from)
    {
        var sign = text.AsSpan(from).IndexOfAny('@', '＠', 'ア');
        return sign < 0 ? -1 : from + sign;
    }

    private const int Reach = 60;
    private static readonly System.Buffers.SearchValues<char> Symbols = System.Buffers.SearchValues.Create("★☆◎●■□◆◇○＊*#＃♯♪¤§^~|%$!&");

    private static IEnumerable<(int Start, int End, SignStrength Strength)> Signs(string text, string symbols)
    {
        var signs = SpokenSigns.AtSigns(text);
        return symbols.Length == 0 ? signs
            : signs.Concat(text.Select((letter, place) => (letter, place)).Where(at => symbols.Contains(at.letter, StringComparison.Ordinal)).Select(at => (at.place, at.place + 1, SignStrength.Sign)))
                .OrderBy(sign => sign.Item1);
    }

    private static bool IsLoose(string text, int start, int end) =>
        start == 0 || end >= text.Length || char.IsWhiteSpace(text[start - 1]) || char.IsWhiteSpace(text[end]);

    private const string Symbol = "(?<symbol>[★☆◎●■□◆◇○＊*#＃♯♪¤§^~|%$!&])";
    private const string Sign = "(@|＠|アット)";
    private const string Replace = "(置|変|替|换|換|改|代|replace|instead|swap|ersetz|statt|tausch|remplac|sustit|substit|sostit|vervang|zamie|замен|nahra|byt)";

    // The sign, the symbol and a word for replacing stand close together, in whatever order the language has.
    private static readonly Regex Note = new(
        $@"{Symbol}[^\n@＠]{{0,20}}?{Sign}[^\n]{{0,20}}?{Replace}|{Replace}[^\n@＠]{{0,20}}?{Symbol}[^\n@＠]{{0,20}}?{Sign}|{Symbol}[^\n@＠]{{0,12}}?{Replace}[^\n@＠]{{0,12}}?{Sign}|{Sign}[^\n]{{0,15}}?{Symbol}[^\n]{{0,20}}?{Replace}|{Replace}[^\n]{{0,20}}?{Sign}[^\n]{{0,15}}?{Symbol}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
}
