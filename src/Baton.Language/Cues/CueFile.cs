using System.Globalization;

namespace Baton.Language;

/// <summary>
/// Reads a cue file. <c>[name]</c> opens a section; each further line is a cue of it: words, <c>a|b</c> alternatives,
/// <c>(several words|others)</c>, <c>?optional</c>, <c>_3</c> a gap of up to three words, <c>^</c> and <c>$</c> the sentence's
/// ends, <c>stem*</c>, <c>@macro</c>, <c>{2}</c> a weight; a leading <c>!</c> marks an exception. <c>@name = a|b</c> defines a macro.
/// </summary>
internal sealed class CueFile(string language)
{
    private readonly Dictionary<string, string> _macros = new(StringComparer.Ordinal);
    private readonly List<CuePattern> _patterns = [];
    private string _section = "";

    public static IReadOnlyList<CuePattern> Read(string language, IEnumerable<string> lines)
    {
        var file = new CueFile(language);
        foreach (var line in lines)
            file.ReadLine(line);
        return file._patterns;
    }

    private void ReadLine(string line)
    {
        if (line[0] == '[')
        {
            _section = line.Trim('[', ']');
            return;
        }

        if (line[0] == '@' && line.IndexOf(" = ", StringComparison.Ordinal) is var equals and > 0)
        {
            _macros[line[1..equals].Trim()] = line[(equals + 3)..].Trim();
            return;
        }

        var isException = line[0] == '!';
        var weight = 1f;
        var parts = new List<CuePart>();
        foreach (var token in Tokens(isException ? line[1..] : line))
        {
            if (token[0] == '{')
                weight = float.Parse(token.Trim('{', '}'), CultureInfo.InvariantCulture);
            else
                parts.AddRange(ReadPart(token));
        }

        if (parts.Count == 0)
            throw new FormatException($"The cue '{line}' of {language} says nothing.");
        _patterns.Add(new CuePattern(_section, language, weight, isException, [.. parts]));
    }

    private IEnumerable<CuePart> ReadPart(string token)
    {
        switch (token[0])
        {
            case '^':
                return [new CuePart(CuePartKind.SentenceStart, [])];
            case '$':
                return [new CuePart(CuePartKind.SentenceEnd, [])];
            case '_':
                return [new CuePart(CuePartKind.Gap, [], Gap: int.Parse(token.AsSpan(1), CultureInfo.InvariantCulture))];
            default:
                break;
        }

        var isOptional = token[0] == '?';
        var alternatives = Expand(isOptional ? token[1..] : token).SelectMany(Spellings).ToArray();

        // Words of Chinese and contractions become several words; without alternatives they are simply parts in a row.
        return [new CuePart(CuePartKind.Words, alternatives, isOptional)];
    }

    private IEnumerable<string> Expand(string token)
    {
        var inner = token.Length > 1 && token[0] == '(' && token[^1] == ')' ? token[1..^1] : token;
        foreach (var alternative in inner.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (alternative[0] != '@')
            {
                yield return alternative;
                continue;
            }

            if (!_macros.TryGetValue(alternative[1..], out var macro))
                throw new FormatException($"The macro {alternative} of {language} is not defined above its use.");
            foreach (var expanded in Expand("(" + macro + ")"))
                yield return expanded;
        }
    }

    /// <summary>An umlaut is also written "ae", "oe", "ue".</summary>
    private static IEnumerable<CueWord[]> Spellings(string alternative)
    {
        yield return Words(alternative);
        if (alternative.AsSpan().IndexOfAny('ä', 'ö', 'ü') >= 0)
            yield return Words(alternative.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal));
    }

    private static CueWord[] Words(string alternative)
    {
        var isPrefix = alternative[^1] == '*';
        var words = new MessageText(isPrefix ? alternative[..^1] : alternative).Words;
        return [.. words.Select((word, index) => new CueWord(word.Form, isPrefix && index == words.Count - 1))];
    }

    private static IEnumerable<string> Tokens(string line)
    {
        var start = 0;
        while (start < line.Length)
        {
            if (line[start] == ' ')
            {
                start++;
                continue;
            }

            var open = line.IndexOf('(', start);
            var end = line.IndexOf(' ', start);
            if (open >= 0 && (end < 0 || open < end))
                end = line.IndexOf(')', start) + 1;
            if (end < 0)
                end = line.Length;
            yield return line[start..end];
            start = end;
        }
    }
}
