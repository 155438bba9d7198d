using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>
/// A code's pattern made tolerant: <c>[A-Z]{2}-\d{5}</c> also takes "so10042", "SO 10042" and "so_10042" and gives back "SO-10042".
/// Where the pattern begins with letters that never change (<c>SO-\d{5}</c>), they may be left out.
/// </summary>
internal sealed class CodePattern
{
    private static readonly ConcurrentDictionary<string, CodePattern> _known = new(StringComparer.Ordinal);

    private readonly Regex _regex;
    private readonly string[] _separators;
    private readonly string? _literalStart;

    private CodePattern(string pattern)
    {
        var bare = pattern.Trim().TrimStart('^').TrimEnd('$');
        var segments = Split(bare, out var separators);
        _separators = [.. separators];
        _literalStart = segments.Count > 1 && segments[0].All(char.IsLetterOrDigit) ? segments[0] : null;
        var builder = new StringBuilder("^(?:");
        for (var index = 0; index < segments.Count; index++)
        {
            if (index > 0)
                builder.Append("[\\s\\-_./#–]{0,3}");
            builder.Append("(?<s").Append(index).Append('>').Append(segments[index]).Append(')');
            if (index == 0 && _literalStart is not null)
                builder.Append('?');
        }

        _regex = Patterns.CompileForeign(builder.Append(")$").ToString());
    }

    /// <summary>True when the pattern's fixed beginning tells the code from any other number.</summary>
    public bool HasLiteralStart => _literalStart is not null;

    public static CodePattern Of(string pattern) => _known.GetOrAdd(pattern, source => new CodePattern(source));

    /// <summary>The code as its pattern writes it; null when the words are no such code.</summary>
    public string? Normalise(string written, out bool isComplete)
    {
        isComplete = false;
        var match = _regex.Match(written);
        if (!match.Success)
            return null;
        isComplete = _literalStart is null || match.Groups["s0"].Length > 0;
        if (_separators.Length == 0)
            return written.ToUpperInvariant();
        var builder = new StringBuilder();
        for (var index = 0; index <= _separators.Length; index++)
        {
            if (index > 0)
                builder.Append(_separators[index - 1]);
            var part = match.Groups["s" + index].Value;
            builder.Append(index == 0 && part.Length == 0 ? _literalStart : part);
        }

        return builder.ToString().ToUpperInvariant();
    }

    /// <summary>Cuts a pattern at its separators outside of brackets; a pattern with alternatives or groups stays whole.</summary>
    private static List<string> Split(string pattern, out List<string> separators)
    {
        separators = [];
        var segments = new List<string>();
        var start = 0;
        var isInClass = false;
        if (pattern.AsSpan().IndexOfAny("|()") >= 0)
            return [pattern];
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character == '[')
                isInClass = true;
            else if (character == ']')
                isInClass = false;
            var isEscaped = character == '\\' && index + 1 < pattern.Length && pattern[index + 1] is '-' or '/' or '.' or '_';
            if (isInClass || !(isEscaped || character is '-' or '_' or '/' or ' '))
            {
                if (character == '\\' && !isEscaped)
                    index++;
                continue;
            }

            if (index > start)
            {
                segments.Add(pattern[start..index]);
                separators.Add(isEscaped ? pattern[index + 1].ToString() : character.ToString());
            }

            index += isEscaped ? 1 : 0;
            start = index + 1;
        }

        segments.Add(pattern[start..]);
        if (segments.Exists(segment => segment.Length == 0))
        {
            separators.Clear();
            return [pattern];
        }

        return segments;
    }
}
