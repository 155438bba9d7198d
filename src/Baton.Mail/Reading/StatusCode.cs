namespace Baton.Mail;

/// <summary>Enhanced status codes (RFC 3463 and its registry): found in text, and said in words.</summary>
internal static class StatusCode
{
    /// <summary>The first code of class 2, 4 or 5 in the text, e.g. <c>5.1.1</c>; null when there is none.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        for (var index = 0; index + 4 < text.Length; index++)
        {
            if (text[index] is not ('2' or '4' or '5') || text[index + 1] != '.' || (index > 0 && (char.IsAsciiDigit(text[index - 1]) || text[index - 1] == '.')))
                continue;
            var end = Digits(text, index + 2, 3);
            if (end < 0 || end >= text.Length || text[end] != '.')
                continue;
            end = Digits(text, end + 1, 3);
            var isAddress = end > 0 && end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]);
            if (end > 0 && !isAddress && (end == text.Length || !char.IsAsciiDigit(text[end])))
                return text[index..end].ToString();
        }

        return null;
    }

    /// <summary>The meaning in plain words; empty when the code is not registered.</summary>
    public static string Words(string code) => code.Length < 5 ? "" : code[2..] switch
    {
        "1.0" => "something is wrong with the address",
        "1.1" => "there is no such mailbox",
        "1.2" => "there is no such domain",
        "1.3" => "the address is malformed",
        "1.4" => "the address is ambiguous",
        "1.6" => "the mailbox has moved without a new address",
        "1.7" => "the sender's address is malformed",
        "1.8" => "the sender's domain does not exist or refuses mail",
        "1.10" => "the domain says that it takes no mail",
        "2.0" => "something is wrong with the mailbox",
        "2.1" => "the mailbox is disabled",
        "2.2" => "the mailbox is full",
        "2.3" => "the letter is larger than the mailbox takes",
        "2.4" => "the mailing list could not be expanded",
        "3.0" => "the receiving mail system failed",
        "3.1" => "the receiving mail system is full",
        "3.2" => "the receiving mail system takes no mail at present",
        "3.3" => "the receiving mail system cannot do what was asked",
        "3.4" => "the letter is larger than the receiving mail system takes",
        "3.5" => "the receiving mail system is misconfigured",
        "4.0" => "something is wrong with the network or the routing",
        "4.1" => "the receiving host does not answer",
        "4.2" => "the connection was lost",
        "4.3" => "a directory server failed",
        "4.4" => "the letter could not be routed",
        "4.5" => "the mail system is congested",
        "4.6" => "the letter went in a loop",
        "4.7" => "the letter waited too long",
        "5.0" or "5.1" or "5.2" or "5.4" or "5.5" => "the mail servers did not understand each other",
        "5.3" => "too many recipients",
        "6.0" or "6.1" or "6.2" or "6.3" or "6.4" or "6.5" => "the content or its form was not accepted",
        "7.0" => "refused for security or policy",
        "7.1" => "the sender may not write to this mailbox",
        "7.2" => "the sender may not write to this mailing list",
        "7.7" => "the letter was changed on its way",
        "7.8" => "the sign-in was refused",
        "7.20" or "7.21" or "7.22" => "the sender's signature (DKIM) did not pass",
        "7.23" or "7.24" => "the sender's host is not authorised (SPF)",
        "7.25" => "the sender's host has no valid name in reverse DNS",
        "7.26" or "7.27" => "several checks of the sender failed",
        "7.28" => "too much mail at once",
        _ => code[2] switch
        {
            '1' => "something is wrong with the address",
            '2' => "something is wrong with the mailbox",
            '3' => "the receiving mail system failed",
            '4' => "something is wrong with the network or the routing",
            '5' => "the mail servers did not understand each other",
            '6' => "the content or its form was not accepted",
            '7' => "refused for security or policy",
            _ => "",
        },
    };

    private static int Digits(ReadOnlySpan<char> text, int start, int atMost)
    {
        var end = start;
        while (end < text.Length && end - start < atMost && char.IsAsciiDigit(text[end]))
            end++;
        return end > start ? end : -1;
    }
}
