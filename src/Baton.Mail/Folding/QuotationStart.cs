using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>Recognises the lines with which mail programs introduce what they repeat.</summary>
internal static class QuotationStart
{
    private const int WrappedAtMost = 4;
    private const int LongestAttribution = 500;

    private static readonly IReadOnlyDictionary<string, List<string>> _marks = CueList.Sections("Folding.marks.txt");
    private static readonly HashSet<string> _from = Words("from");
    private static readonly HashSet<string> _headers = Words("header");
    private static readonly HashSet<string> _separators = Words("separator");
    private static readonly string[] _replyAbove = [.. Words("reply above")];
    private static readonly Regex _wrote = Patterns.Compile($@"(?:^|[\s>)""'\]]|\W)({string.Join('|', _marks["wrote"].Select(verb => Regex.Escape(CueText.Of(verb))))})\W{{0,20}}$");

    /// <summary>A year, a clock time, or the weekday or month after "On".</summary>
    private static readonly Regex _date = Patterns.Compile(@"(?:\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|^\W*on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d年)");
    private static readonly Regex _address = Patterns.Compile(@"[^\s<>()]+@[^\s<>()]+\.[a-z]{2,}\s?[>)]?");

    /// <summary>Whether all from this line on is a repeated or forwarded letter.</summary>
    public static bool IsRest(string[] lines, int index)
    {
        var line = lines[index];
        if (line.Length is 0 or > 200)
            return false;
        if (IsSeparator(line))
            return true;
        if (IsReplyAbove(line) && TextFolding.NextFilled(lines, 0) < index)
            return true;
        return IsHeaderBlock(lines, index);
    }

    /// <summary>A line that only rules off, or nothing, or a header line above the one that says from whom.</summary>
    public static bool IsRule(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length == 0 || (trimmed.Length < 60 && HeaderName(line) is "message du") || (trimmed.Length >= 3 && trimmed.IndexOfAnyExcept("_-=* ") < 0);
    }

    /// <summary>How many lines the words "On … wrote:" take from here; 0 when there are none.</summary>
    public static int AttributionLength(string[] lines, int index)
    {
        var first = lines[index];
        if (first.Length < 8 || first.Length > 400)
            return 0;
        var joined = "";
        for (var length = 1; length <= WrappedAtMost && index + length <= lines.Length; length++)
        {
            var line = lines[index + length - 1].Trim();
            if (line.Length == 0 || (length > 1 && TextFolding.IsMarked(line) && line != ">:"))
                return 0;
            joined = joined.Length == 0 ? line : joined + " " + line;
            if (joined.Length > LongestAttribution)
                return 0;
            if (EndsAttribution(joined) && IsAttribution(joined, lines[index].Trim(), length))
                return length;
        }

        return 0;
    }

    private static bool EndsAttribution(string joined)
    {
        var last = joined[^1];
        return last is ':' or '：' || (last == '-' && joined.StartsWith("--", StringComparison.Ordinal)) || joined.EndsWith("wrote", StringComparison.Ordinal);
    }

    private static bool IsAttribution(string joined, string first, int length)
    {
        var folded = CueText.Of(joined);

        // In a wrapped introduction the date stands in the first line; otherwise ordinary sentences would be taken along.
        if (!_date.IsMatch(CueText.Of(length == 1 ? joined : first)))
            return false;
        var hasAddress = _address.IsMatch(folded);
        return _wrote.IsMatch(folded.TrimEnd(':', '：', '-', ' ')) || (hasAddress && folded.TrimEnd(':', '：', ' ') is { Length: > 0 } bare && bare[^1] is '>' or ')')
            || (hasAddress && joined.Contains("wrote", StringComparison.Ordinal));
    }

    private static bool IsSeparator(string line)
    {
        var bare = line.AsSpan().Trim(" \t*");
        var ruled = bare.Length > 2 && bare[0] is '-' or '_' or '=' or '—' or '–';
        var words = CueText.Of(bare.Trim("-_=—– :：*>").ToString()).Trim();
        return (ruled && _separators.Contains(words)) || (bare.Length > 0 && bare[^1] is ':' && words.StartsWith("begin forwarded", StringComparison.Ordinal))
            || (ruled && words.StartsWith("forwarded by ", StringComparison.Ordinal));
    }

    private static bool IsReplyAbove(string line)
    {
        var folded = CueText.Of(line);
        return Array.Exists(_replyAbove, mark => folded.Contains(mark, StringComparison.Ordinal));
    }

    /// <summary>"From: … Sent: … To: … Subject: …" in any of the languages, its lines possibly wrapped or bold.</summary>
    private static bool IsHeaderBlock(string[] lines, int index)
    {
        if (HeaderName(lines[index]) is not { } name || !_from.Contains(name))
            return false;
        var others = 0;
        for (var next = index + 1; next < lines.Length && next <= index + 7; next++)
        {
            if (string.IsNullOrWhiteSpace(lines[next]))
            {
                if (others > 0)
                    break;
                continue;
            }

            if (HeaderName(lines[next]) is { } other && _headers.Contains(other))
                others++;
        }

        return others >= 2;
    }

    private static string? HeaderName(string line)
    {
        var bare = line.AsSpan().Trim(" \t*|\u00A0");
        var colon = bare.IndexOfAny(':', '：');
        return colon is > 0 and < 24 ? CueText.Of(bare[..colon].Trim(" \t*\u00A0").ToString()) : null;
    }

    private static HashSet<string> Words(string section) => [.. _marks[section].Select(CueText.Of)];
}
