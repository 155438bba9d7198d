namespace Baton.Mail;

/// <summary>Header fields that stand in plain text.</summary>
internal static class HeaderBlock
{
    /// <summary>Fields with their folded lines joined, up to the first line that is none.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(string text)
    {
        string? name = null;
        var value = "";
        foreach (var line in text.Split('\n'))
        {
            if (name is not null && line.Length > 0 && line[0] is ' ' or '\t')
            {
                value += " " + line.Trim();
                continue;
            }

            if (name is not null)
                yield return (name, value);
            name = null;
            if (NameLength(line) is not (> 0 and var length))
                yield break;
            name = line[..length];
            value = line[(length + 1)..].Trim();
        }

        if (name is not null)
            yield return (name, value);
    }

    /// <summary>How long the field's name is at the start of the line; 0 when it starts no field.</summary>
    public static int NameLength(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && length < 60 && (char.IsAsciiLetterOrDigit(line[length]) || line[length] is '-' or '_'))
            length++;
        return length > 1 && length < line.Length && line[length] == ':' && char.IsAsciiLetter(line[0]) ? length : 0;
    }
}
