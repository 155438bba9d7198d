using System.Buffers;
using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>How strongly something stands for a sign.</summary>
internal enum SignStrength
{
    /// <summary>The sign itself.</summary>
    Sign,

    /// <summary>A word or sign between brackets or the like.</summary>
    Bracketed,

    /// <summary>A word between hyphens, underscores or other signs that also join ordinary words.</summary>
    Joined,

    /// <summary>A word between spaces.</summary>
    Bare,

    /// <summary>AT in capitals between small letters.</summary>
    Capitals,
}

/// <summary>What stands for an at sign or a dot in text, in the languages of the lists.</summary>
internal static class SpokenSigns
{
    private const string Open = @"[\[({<«⟨【（［｛〈《〔「『‹]";
    private const string Close = @"[\])}>»⟩】）］｝〉》〕」』›]";
    private const string Joint = @"(?:[|*~!+$=:/\\^""'´`·•…#–—]{1,3}|--+|__+)";

    // No time limit: these patterns look at a few letters from one place on, and asking for the time costs more than they do.
    private static readonly TimeSpan Limit = Regex.InfiniteMatchTimeout;
    private static readonly string At = Pattern("Extraction.at-words.txt", "(?:[@＠﹫ⓐⒶ]|&#0*64;?|&#x0*40;?|&commat;)", @"(?<=[\p{Ll}\d])AT(?=[\p{Ll}\d])");
    private static readonly Regex AnchoredAt = new(@"\G(?:" + At + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled, Limit);
    private static readonly HashSet<char> Starts = [.. "[({<«⟨【（［｛〈《〔「『‹|*~!+$=:/\\^\"'´`·•…#–—-_@＠﹫ⓐⒶ&A", .. FirstLetters("glued")];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BareWords = EmbeddedText.Lines("Extraction.at-words.txt").Where(line => line.EndsWith(" bare", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<char> StartsOrWordStarts = SearchValues.Create([.. Starts, .. FirstLetters("bare"), .. FirstLetters("bare").Select(char.ToUpperInvariant)]);
    private static readonly string Dot = Pattern("Extraction.dot-words.txt", "[.。．｡·•]", @"(?<=[\p{Ll}\d])DOT(?=[\p{Ll}\d])");
    private static readonly Regex AnchoredDot = new(@"\G\s*(?:" + Dot + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);
    private static readonly Regex EndingDot = new("(?:" + Dot + @")\s*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);

    /// <summary>Whether a text is just a word that people also write for an at sign without brackets.</summary>
    public static bool IsWord(string text) => BareWords.Contains(text);

    /// <summary>Every place that may stand for an at sign.</summary>
    public static IEnumerable<(int Start, int End, SignStrength Strength)> AtSigns(string text)
    {
        for (var place = NextStart(text, 0); place >= 0; place = NextStart(text, place + 1))
        {
            // Most letters of a text cannot start a sign: only those that can are tried, and words that stand for one.
            if (!Starts.Contains(text[place]) && !IsWordStart(text, place)) continue;
            var match = AnchoredAt.Match(text, place);
            if (match.Success) yield return (place, place + match.Length, StrengthOf(match));
        }
    }

    private static int NextStart(string text, int from)
    {
        if (from >= text.Length) return -1;
        var next = text.AsSpan(from).IndexOfAny(StartsOrWordStarts);
        return next < 0 ? -1 : from + next;
    }

    private static bool IsWordStart(string text, int place)
    {
        if (place == 0 || !char.IsWhiteSpace(text[place - 1])) return false;
        var end = place;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && end - place < 24) end++;
        return BareWords.Contains(text.AsSpan(place, end - place));
    }

    /// <summary>A spoken dot at a place, with the spaces around it; the place where the next label starts, or -1.</summary>
    public static (int End, SignStrength Strength) DotAt(string text, int place)
    {
        var match = AnchoredDot.Match(text, place);
        if (!match.Success) return (-1, default);
        var end = match.Index + match.Length;
        while (end < text.Length && text[end] is ' ' or '\u00A0') end++;
        return (end, StrengthOf(match));
    }

    /// <summary>A spoken dot that ends just before a place; where it starts, or -1.</summary>
    public static (int Start, SignStrength Strength) DotBefore(string text, int place)
    {
        var from = Math.Max(0, place - 30);
        var match = EndingDot.Match(text[from..place]);
        return match.Success ? (from + match.Index, StrengthOf(match)) : (-1, default);
    }

    private static SignStrength StrengthOf(Match match) =>
        match.Groups["sign"].Success ? SignStrength.Sign
        : match.Groups["bracketed"].Success ? SignStrength.Bracketed
        : match.Groups["joined"].Success ? SignStrength.Joined
        : match.Groups["capitals"].Success ? SignStrength.Capitals
        : SignStrength.Bare;

    private static string Pattern(string list, string sign, string capitals)
    {
        var words = EmbeddedText.Lines(list).Select(line => line.Split(' ')).Select(parts => parts[^1] is "bare" or "glued"
            ? (Word: string.Join(' ', parts[..^1]), Use: parts[^1]) : (Word: string.Join(' ', parts), Use: "")).OrderByDescending(word => word.Word.Length).ToList();
        var any = Either(words.Select(word => word.Word));
        var bare = Either(words.Where(word => word.Use == "bare").Select(word => word.Word));
        var glued = Either(words.Where(word => word.Use == "glued").Select(word => word.Word));
        return $@"(?<bracketed>{Open}{{1,2}}\s*(?:(?i:{any})|{sign})\s*{Close}{{1,2}})|(?<joined>{Joint}\s?(?i:{any})\s?{Joint}|(?<=[\p{{L}}\d])[-_](?i:{bare})[-_](?=[\p{{L}}\d])|(?<=\s)[-_](?i:{bare})[-_](?=\s))|(?<sign>{sign})|(?<bare>(?<=\s)(?i:{bare})(?=\s)|{glued})|(?<capitals>{capitals})";
    }

    private static IEnumerable<char> FirstLetters(string use) => EmbeddedText.Lines("Extraction.at-words.txt").Where(line => line.EndsWith(" " + use, StringComparison.Ordinal)).Select(line => char.ToLowerInvariant(line[0]));

    private static string Either(IEnumerable<string> words) => string.Join('|', words.Select(word => Regex.Escape(word).Replace(@"\ ", @"\s+", StringComparison.Ordinal)));
}
