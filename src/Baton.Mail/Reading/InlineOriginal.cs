namespace Baton.Mail;

/// <summary>An original that a report copies into its own text: found by its headers, whatever line stands above it.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="IsQuoted">Its lines are behind a mark such as <c>&gt;</c>, so the rest of the text may go on after it.</param>
/// <param name="Original">What could be read of it.</param>
internal sealed record InlineOriginal(int Start, bool IsQuoted, Original Original)
{
    private const int HeadersNeeded = 3;

    private static readonly HashSet<string> _telling = new(StringComparer.OrdinalIgnoreCase) { "Received", "Message-ID", "Return-Path", "MIME-Version", "X-Mailer", "DKIM-Signature", "Content-Type", "References" };
    private static readonly HashSet<string> _naming = new(StringComparer.OrdinalIgnoreCase) { "From", "To", "Subject", "Date", "Message-ID" };

    public static InlineOriginal? Find(string text)
    {
        // Every letter is asked; few hold one. Cheap refusals first.
        if (text.Length < 60 || !HasTellingLine(text))
            return null;
        var position = 0;
        while (position < text.Length)
        {
            var lineEnd = text.IndexOf('\n', position);
            if (lineEnd < 0)
                lineEnd = text.Length;
            var line = text.AsSpan(position, lineEnd - position);
            var mark = MarkLength(line);
            if (HeaderBlock.NameLength(line[mark..]) > 0 && TryRead(text, position, text.Substring(position, mark)) is { } found)
                return found;
            position = lineEnd + 1;
        }

        return null;
    }

    private static bool HasTellingLine(string text) =>
        text.Contains("Received:", StringComparison.OrdinalIgnoreCase) || text.Contains("Message-ID:", StringComparison.OrdinalIgnoreCase)
        || text.Contains("Return-Path:", StringComparison.OrdinalIgnoreCase) || text.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase);

    private static InlineOriginal? TryRead(string text, int start, string mark)
    {
        var block = mark.Length == 0 ? text[start..] : Unmarked(text[start..], mark);
        var fields = HeaderBlock.Fields(block).Select(field => new LetterHeader(field.Name, field.Value)).ToList();
        var telling = fields.Count(field => _telling.Contains(field.Name));
        var naming = fields.Count(field => _naming.Contains(field.Name));
        if (fields.Count < HeadersNeeded || telling == 0 || naming == 0)
            return null;
        var bodyStart = block.IndexOf("\n\n", StringComparison.Ordinal);
        return new InlineOriginal(start, mark.Length > 0, OriginalReader.Read(fields, bodyStart < 0 ? "" : block[(bodyStart + 2)..].Trim()));
    }

    private static int MarkLength(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && length < 8 && line[length] is '>' or '|' or ' ' or '\t')
            length++;
        return length < line.Length ? length : 0;
    }

    private static string Unmarked(string text, string mark)
    {
        var lines = text.Split('\n');
        var bare = mark.TrimEnd();
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].StartsWith(mark, StringComparison.Ordinal))
                lines[index] = lines[index][mark.Length..];
            else if (bare.Length > 0 && lines[index].StartsWith(bare, StringComparison.Ordinal))
                lines[index] = lines[index][bare.Length..];
        }

        return string.Join('\n', lines);
    }
}
