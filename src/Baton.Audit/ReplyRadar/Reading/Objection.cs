using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Whether a person wants no more mail from us. Kept at once and for good; taken for one too often rather than too seldom.</summary>
internal static partial class Objection
{
    /// <summary>The words that object; <see langword="null"/> when nobody does.</summary>
    /// <param name="text">What is new in a letter that no program wrote.</param>
    public static string? Find(string text) => Words().Match(text) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"(do not|don't|please stop|stop|never) (contact|write|writing|e-?mail|mail|send|sending|contacting|e-?mailing|mailing)( to)? (us|me|this|any)|(remove|take) (us|me|our address|this address) (from|off)|no (further|more) (mails|e-?mails|messages|enquiries|contact)|(do not|don't) wish to (take part|participate|be contacted)|(schreiben|kontaktieren|mailen) sie uns (bitte )?nicht (mehr|wieder)|keine weiteren (mails|e-mails|anfragen|nachrichten)|von weiteren (mails|anfragen|nachrichten) abzusehen|nicht (mehr )?(kontaktiert|angeschrieben) werden|nehmen sie uns aus|no (nos|me) (escriban?|contacten?|envíen?)( más)?|no (queremos|deseamos) (recibir|participar)|ne (nous|m')\s?(écrivez|contactez|envoyez) plus|(plus|pas) (recevoir|être contacté)|(不要|别|请勿)再?(给我们|向我们|给我|联系我们)(写|发|联系)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
