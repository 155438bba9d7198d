using System.Runtime.CompilerServices;
using System.Text;

namespace Baton.Journal;

/// <summary>The lines of an export, with their numbers.</summary>
internal static class TransferFile
{
    public static async IAsyncEnumerable<(long Number, ImportedLine Line)> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        for (long number = 1; await ReadLineAsync(reader, number, cancellationToken) is { } text; number++)
        {
            if (text.Length > 0) yield return (number, Parse(text, number));
        }
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader, long line, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (DecoderFallbackException e)
        {
            throw new ImportException(line, "At or soon after it, the file is not UTF-8.", e);
        }
    }

    private static ImportedLine Parse(string text, long line)
    {
        try
        {
            return TransferLine.Read(text);
        }
        catch (EventFormatException e)
        {
            throw new ImportException(line, e.Message, e);
        }
    }
}
