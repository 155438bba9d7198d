using System.Buffers;
using System.Text;

namespace Baton.Mail;

/// <summary>
/// Phrases that tell something, one a line; <c>*</c> stands for up to 60 characters of the same sentence, a leading <c>^</c> for the
/// text's start. A file holds sections (<c>[name]</c>); <c>#</c> begins a comment. Phrases are written as they are spoken: accents and case do not matter.
/// </summary>
internal sealed class CueList
{
    private const int GapAtMost = 60;
    private readonly Cue[] _cues;
    private readonly SearchValues<string> _firsts;

    private CueList(IReadOnlyList<string> phrases)
    {
        _cues = [.. phrases.Select(Cue.Parse)];
        _firsts = SearchValues.Create([.. _cues.Select(cue => cue.Parts[0]).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);
    }

    /// <summary>The sections of a file that is compiled into the room.</summary>
    /// <param name="name">Folder and file joined by a dot, e.g. <c>Cues.away.txt</c>.</param>
    public static IReadOnlyDictionary<string, CueList> Load(string name) =>
        Sections(name).ToDictionary(section => section.Key, section => new CueList(section.Value), StringComparer.Ordinal);

    /// <summary>The phrases as they are written, by section.</summary>
    public static IReadOnlyDictionary<string, List<string>> Sections(string name)
    {
        var stream = typeof(CueList).Assembly.GetManifestResourceStream("Baton.Mail." + name) ?? throw new InvalidOperationException($"The list {name} is missing from the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[' && line[^1] == ']')
                section = line[1..^1];
            else if (sections.TryGetValue(section, out var phrases))
                phrases.Add(line);
            else
                sections[section] = [line];
        }

        return sections;
    }

    /// <summary>Whether any phrase occurs.</summary>
    public bool IsIn(CueText text) => Find(text) is not null;

    /// <summary>The phrase that occurs first, or null.</summary>
    public CueMatch? Find(CueText text, int from = 0)
    {
        // Most texts hold none: one pass over the text says so.
        var first = text.Text.AsSpan(from).IndexOfAny(_firsts);
        if (first < 0)
            return null;
        CueMatch? best = null;
        foreach (var cue in _cues)
        {
            if (Match(cue, text.Text, from + first) is { } match && (best is null || match.Start < best.Start))
                best = match;
        }

        return best;
    }

    /// <summary>All that occur, in their order, without those inside another.</summary>
    public IReadOnlyList<CueMatch> FindAll(CueText text)
    {
        var first = text.Text.AsSpan().IndexOfAny(_firsts);
        if (first < 0)
            return [];
        var found = new List<CueMatch>();
        foreach (var cue in _cues)
        {
            for (var from = first; found.Count < 60 && Match(cue, text.Text, from) is { } match; from = match.Start + Math.Max(1, match.Length))
                found.Add(match);
        }

        found.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.Length.CompareTo(one.Length));
        var kept = new List<CueMatch>(found.Count);
        foreach (var match in found)
        {
            if (kept.Count == 0 || match.Start >= kept[^1].Start + kept[^1].Length)
                kept.Add(match);
        }

        return kept;
    }

    private static CueMatch? Match(Cue cue, string text, int from)
    {
        var start = from;
        while ((start = text.IndexOf(cue.Parts[0], start, StringComparison.Ordinal)) >= 0)
        {
            if (cue.IsAtStart && start > 0)
                return null;
            if (StartsWord(text, start) && End(cue, text, start) is var end and >= 0)
                return new CueMatch(start, end - start);
            start++;
        }

        return null;
    }

    private static int End(Cue cue, string text, int start)
    {
        var end = start + cue.Parts[0].Length;
        for (var index = 1; index < cue.Parts.Length; index++)
        {
            var gap = text.AsSpan(end, Math.Min(text.Length - end, GapAtMost + cue.Parts[index].Length));
            var next = gap.IndexOf(cue.Parts[index], StringComparison.Ordinal);
            if (next < 0 || EndsSentence(gap[..next]))
                return -1;
            end += next + cue.Parts[index].Length;
        }

        return EndsWord(text, end) ? end : -1;
    }

    private static bool EndsSentence(ReadOnlySpan<char> gap)
    {
        for (var index = 0; index < gap.Length; index++)
        {
            if (gap[index] is '!' or '?' or '。' or '！' or '？' || (gap[index] == '.' && (index + 1 == gap.Length || gap[index + 1] == ' ') && index > 2 && char.IsLetter(gap[index - 1]) && char.IsLetter(gap[index - 2]) && char.IsLetter(gap[index - 3])))
                return true;
        }

        return false;
    }

    private static bool StartsWord(string text, int start) => start == 0 || !IsSpaced(text[start]) || !IsSpaced(text[start - 1]);

    private static bool EndsWord(string text, int end) => end >= text.Length || !IsSpaced(text[end]) || !IsSpaced(text[end - 1]);

    /// <summary>Letters of scripts that put spaces between words; Chinese, Japanese and Korean need no word's end.</summary>
    private static bool IsSpaced(char character) => char.IsLetterOrDigit(character) && character < '\u2E80';

    private sealed record Cue(string[] Parts, bool IsAtStart)
    {
        public static Cue Parse(string phrase)
        {
            var isAtStart = phrase[0] == '^';
            var parts = CueText.Of(isAtStart ? phrase[1..] : phrase).Split('*', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return parts.Length > 0 ? new Cue(parts, isAtStart) : throw new FormatException($"The cue '{phrase}' says nothing.");
        }
    }
}

/// <summary>Where a cue stands in a <see cref="CueText"/>.</summary>
internal sealed record CueMatch(int Start, int Length);
