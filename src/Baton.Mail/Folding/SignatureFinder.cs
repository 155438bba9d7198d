using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>Finds what an author puts under every letter.</summary>
internal static class SignatureFinder
{
    private const int LongestSignature = 16;
    private const int LongestClosing = 10;

    private static readonly IReadOnlyDictionary<string, List<string>> _marks = CueList.Sections("Folding.marks.txt");
    private static readonly HashSet<string> _closings = [.. _marks["closing"].Select(CueText.Of)];
    private static readonly string[] _thanks = [.. _marks["thanks"].Select(CueText.Of)];
    private static readonly string[] _notices = [.. _marks["notice"].Select(CueText.Of)];
    private static readonly Regex _device = Patterns.Compile($"^({string.Join('|', _marks["device"].Select(mark => Regex.Escape(CueText.Of(mark)).Replace(@"\*", ".{1,30}", StringComparison.Ordinal)))})");
    private static readonly Regex _dashName = Patterns.Compile(@"^[-–—~]{1,2}\s?\p{L}[\p{L}.'’]*(\s\p{L}[\p{L}.'’-]*){0,3}$");

    public static void Mark(string[] lines, PieceKind[] kinds)
    {
        for (var start = 0; start < lines.Length; start++)
        {
            if (kinds[start] != PieceKind.New)
                continue;
            var end = start;
            while (end < lines.Length && kinds[end] == PieceKind.New)
                end++;
            if (Find(lines, start, end) is var first and >= 0)
            {
                Array.Fill(kinds, PieceKind.Signature, first, end - first);
                MarkBelowDevice(lines, kinds, first, end);
            }

            start = end;
        }
    }

    /// <summary>Telephones put what they answer, unmarked, below their own line.</summary>
    private static void MarkBelowDevice(string[] lines, PieceKind[] kinds, int first, int end)
    {
        if (!IsDevice(lines[first].Trim()))
            return;
        var gap = first;
        while (gap < end && !string.IsNullOrWhiteSpace(lines[gap]))
            gap++;
        if (Filled(lines, gap, end) > 0)
            Array.Fill(kinds, PieceKind.Quoted, gap, end - gap);
    }

    /// <summary>The line at which the signature of these new lines begins; -1 when they have none.</summary>
    private static int Find(string[] lines, int start, int end)
    {
        var found = -1;
        for (var index = end - 1; index >= start; index--)
        {
            if (IsStart(lines, index, found < 0 ? end : found, start))
                found = index;
        }

        return found;
    }

    private static bool IsStart(string[] lines, int index, int end, int start)
    {
        var line = lines[index].Trim();
        if (line.Length is 0 or > 200)
            return false;
        var below = Filled(lines, index + 1, end);
        if (IsDelimiter(lines[index]))
            return below is > 0 and <= LongestSignature;
        if (IsListRule(lines, index, end))
            return true;
        if (line.Length <= 80 && IsDevice(line))
            return below <= LongestSignature;
        if (line.Length <= 50 && index > start && IsClosing(line))
            return below <= LongestClosing && (below > 0 || !IsThanks(line)) && AreShort(lines, index + 1, end);
        if (below == 0 && index > start && line.Length <= 40 && _dashName.IsMatch(line) && char.IsUpper(line.TrimStart('-', '–', '—', '~', ' ')[0]))
            return true;
        return line.Length > 20 && StartsNotice(line);
    }

    private static bool IsDelimiter(string line) =>
        line.TrimEnd() is "--" || (line.Trim() is { Length: > 0 and < 40 } trimmed && trimmed.AsSpan().IndexOfAnyExcept('—', '–', '―') < 0);

    private static bool IsListRule(string[] lines, int index, int end)
    {
        var line = lines[index].AsSpan().Trim();
        if (line.Length < 2 || line.IndexOfAnyExcept("_-") >= 0)
            return false;
        for (var next = index + 1; next < end && next < index + (line.Length < 20 ? 2 : 6); next++)
        {
            if (lines[next].Contains("mailing list", StringComparison.OrdinalIgnoreCase) || lines[next].Contains("/listinfo/", StringComparison.OrdinalIgnoreCase) || lines[next].Contains("unsubscribe", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsDevice(string line)
    {
        var folded = CueText.Of(line);

        // "Sent from my desk, is much easier …" is a sentence.
        var words = folded.Count(character => character == ' ') + 1;
        return words <= 9 && folded[^1] is not ('.' or '?' or '!') && !folded.Contains(", ", StringComparison.Ordinal) && _device.IsMatch(folded);
    }

    private static bool IsClosing(string line)
    {
        var bare = line.AsSpan().TrimEnd(" ,.!;，。！~").ToString();
        var words = CueText.Of(bare).Trim();
        while (words.Length > 0 && !char.IsLetterOrDigit(words[^1]) && words[^1] is not ')')
            words = words[..^1];
        return _closings.Contains(words);
    }

    /// <summary>Thanks without a name below are part of what was written.</summary>
    private static bool IsThanks(string line)
    {
        var words = CueText.Of(line);
        return Array.Exists(_thanks, words.Contains);
    }

    private static bool StartsNotice(string line)
    {
        var folded = CueText.Of(line).TrimStart('*', '"', '(', ' ');
        return Array.Exists(_notices, notice => folded.StartsWith(notice, StringComparison.Ordinal));
    }

    /// <summary>Names, titles and addresses are short; what follows "Thanks," in the middle of a letter is not.</summary>
    private static bool AreShort(string[] lines, int from, int end)
    {
        for (var index = from; index < end; index++)
        {
            var line = lines[index].Trim();
            if (line.Length > 70 || (line.Length > 0 && line[^1] is '?' or '!') || (line.Length > 35 && line[^1] is '.'))
                return false;
        }

        return true;
    }

    private static int Filled(string[] lines, int from, int end)
    {
        var count = 0;
        for (var index = from; index < end; index++)
            count += string.IsNullOrWhiteSpace(lines[index]) ? 0 : 1;
        return count;
    }
}
