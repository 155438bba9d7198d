using System.Text;

namespace Baton.Audit;

/// <summary>Patterns of robots.txt: a beginning of a path, with <c>*</c> for anything and <c>$</c> for the end (RFC 9309, 2.2.3).</summary>
internal static class RobotsPattern
{
    /// <summary>Brings a path to the form in which two are compared: what need not be percent-encoded is not, everything else is, in capitals.</summary>
    public static string Normalize(string path)
    {
        var result = new StringBuilder(path.Length);
        for (var index = 0; index < path.Length; index++)
        {
            var letter = path[index];
            if (letter == '%' && index + 2 < path.Length && char.IsAsciiHexDigit(path[index + 1]) && char.IsAsciiHexDigit(path[index + 2]))
            {
                var code = (char)Convert.ToByte(path.Substring(index + 1, 2), 16);
                if (char.IsAsciiLetterOrDigit(code) || code is '-' or '.' or '_' or '~') result.Append(code);
                else result.Append(System.Globalization.CultureInfo.InvariantCulture, $"%{(int)code:X2}");
                index += 2;
            }
            else if (letter > 0x7E || letter <= ' ')
            {
                var length = char.IsHighSurrogate(letter) && index + 1 < path.Length ? 2 : 1;
                foreach (var octet in Encoding.UTF8.GetBytes(path.Substring(index, length))) result.Append(System.Globalization.CultureInfo.InvariantCulture, $"%{octet:X2}");
                index += length - 1;
            }
            else
            {
                result.Append(letter);
            }
        }
        return result.ToString();
    }

    /// <summary>Whether a pattern matches a path from its start. Linear but for the stars, so that a hostile file costs nothing.</summary>
    public static bool Matches(string pattern, string path)
    {
        var isAnchored = pattern.EndsWith('$');
        if (isAnchored) pattern = pattern[..^1];
        var parts = pattern.Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var place = parts[0].Length;
        for (var index = 1; index < parts.Length; index++)
        {
            if (isAnchored && index == parts.Length - 1)
                return path.Length - place >= parts[index].Length && path.EndsWith(parts[index], StringComparison.Ordinal);
            var found = path.IndexOf(parts[index], place, StringComparison.Ordinal);
            if (found < 0) return false;
            place = found + parts[index].Length;
        }
        return !isAnchored || place == path.Length;
    }
}
