using MimeKit;
using MimeKit.Utils;

namespace Baton.Mail;

/// <summary>Reads the letter that a report gives back.</summary>
internal static class OriginalReader
{
    public static Original? Read(MimeMessage message)
    {
        var text = Text(message);
        if (message.Headers.Count == 0)
        {
            // A needless empty line before the headers makes a body of them.
            return InlineOriginal.Find(text)?.Original;
        }

        var headers = LetterReader.HeadersOf(message.Headers);
        return Read(headers, text);
    }

    public static Original? Read(byte[] bytes)
    {
        using var stream = new MemoryStream(RawLetter.Normalise(bytes).ToArray());
        try
        {
            return Read(MimeMessage.Load(stream));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static Original Read(IReadOnlyList<LetterHeader> headers, string text)
    {
        string Value(string name) => headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";
        return new Original(
            MimeUtils.EnumerateReferences(Value("Message-ID")).FirstOrDefault(),
            Value("From"),
            Value("To"),
            LetterReader.OneLine(MimeKit.Utils.Rfc2047.DecodeText(System.Text.Encoding.UTF8.GetBytes(Value("Subject")))),
            text,
            DateUtils.TryParse(Value("Date"), out var date) ? date : null)
        {
            Headers = headers,
        };
    }

    private static string Text(MimeMessage message)
    {
        try
        {
            return PartReader.LineEnds(message.TextBody ?? message.HtmlBody ?? "");
        }
        catch (NotSupportedException)
        {
            // A charset nobody knows: the headers are what matters here.
            return "";
        }
    }
}
