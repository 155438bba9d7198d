using System.Globalization;
using Baton.Journal;
using Baton.Mail;

namespace Baton.Desk;

/// <summary>What a letter tells of its sender, and what of it is proven.</summary>
internal static class LetterSender
{
    /// <summary>Nobody is identified by a letter: the address in it is proven only when the mailbox's own server checked it.</summary>
    public static Customer CustomerOf(Letter letter, MailboxOptions mailbox)
    {
        var from = letter.From is [var first, ..] ? first : new("", "");
        var name = TextOf.Line(from.Name.Length > 0 ? from.Name : from.Address, 120);
        return new(null, name.Length > 0 ? name : null, IsProven(letter, from, mailbox.AuthenticationServer) ? from.Address : null);
    }

    /// <summary>The customer's language as the letter's headers name it; the mailbox's otherwise.</summary>
    public static string LocaleOf(Letter letter, MailboxOptions mailbox)
    {
        var named = (letter.Header("Content-Language") ?? letter.Header("Accept-Language") ?? "").Split(',', ';')[0].Trim();
        try
        {
            return named.Length is >= 2 and <= 35 ? CultureInfo.GetCultureInfo(named, predefinedOnly: true).Name : mailbox.Locale;
        }
        catch (CultureNotFoundException)
        {
            return mailbox.Locale;
        }
    }

    /// <summary>Only the topmost report counts, and only from the server that was named: anything below may be the sender's own words (RFC 8601 section 5).</summary>
    private static bool IsProven(Letter letter, LetterAddress from, string? server)
    {
        if (server is null || from.Domain.Length == 0 || letter.Header("Authentication-Results") is not { } report) return false;
        var parts = report.Split(';', StringSplitOptions.TrimEntries);
        return parts[0].Split(' ')[0].Equals(server, StringComparison.OrdinalIgnoreCase)
            && parts.Skip(1).Any(part => part.StartsWith("dmarc=pass", StringComparison.OrdinalIgnoreCase) && part.Contains($"header.from={from.Domain}", StringComparison.OrdinalIgnoreCase));
    }
}
