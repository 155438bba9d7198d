namespace Baton.Mail;

/// <summary>Mends what storage and broken programs do to a letter's bytes, before it is parsed.</summary>
internal static class RawLetter
{
    private const byte Cr = (byte)'\r';
    private const byte Lf = (byte)'\n';

    /// <summary>Without a byte order mark, empty lines and mbox lines at the start; every line end CR, LF or CR LF becomes LF.</summary>
    public static ReadOnlyMemory<byte> Normalise(ReadOnlyMemory<byte> raw)
    {
        var start = Start(raw.Span);
        raw = raw[start..];
        if (raw.Span.IndexOf(Cr) < 0)
            return raw;
        var lines = new byte[raw.Length];
        var length = 0;
        var span = raw.Span;
        for (var index = 0; index < span.Length; index++)
        {
            // CR CR LF, as some gateways write, is one line end.
            if (span[index] == Cr)
            {
                while (index + 1 < span.Length && span[index + 1] == Cr && index + 2 < span.Length && span[index + 2] == Lf)
                    index++;
                if (index + 1 < span.Length && span[index + 1] == Lf)
                    index++;
                lines[length++] = Lf;
            }
            else
            {
                lines[length++] = span[index];
            }
        }

        return lines.AsMemory(0, length);
    }

    private static int Start(ReadOnlySpan<byte> raw)
    {
        var start = raw.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (start < raw.Length)
        {
            var rest = raw[start..];
            if (rest[0] is Cr or Lf)
            {
                start++;
            }
            else if (rest.StartsWith("From "u8) || rest.StartsWith(">From "u8))
            {
                var end = rest.IndexOfAny(Cr, Lf);
                if (end < 0)
                    break;
                start += end;
            }
            else
            {
                break;
            }
        }

        return start;
    }
}
