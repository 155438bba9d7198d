using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// Ids of letters. Those that go out name their conversation and the version they carry, so that an answer, a report and a copy find their way
/// without a table; a conversation's id has 74 random bits and is not guessed.
/// </summary>
internal static class LetterIds
{
    public static string Make(ConversationId conversation, int version, string ownAddress) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}.{version}@{ownAddress[(ownAddress.LastIndexOf('@') + 1)..]}");

    /// <summary>The conversation of a letter that went out; null for others' ids.</summary>
    public static ConversationId? ConversationOf(string messageId) =>
        messageId.Trim('<', '>', ' ') is { Length: > 34 } id && id[32] == '.' && ConversationId.TryParse(id[..32], out var conversation) ? conversation : null;

    /// <summary>The first version that a letter carries; 0 for others' ids.</summary>
    public static int VersionOf(string messageId)
    {
        var at = messageId.IndexOf('@', StringComparison.Ordinal);
        return ConversationOf(messageId) is not null && at > 33 && int.TryParse(messageId.AsSpan(33, at - 33), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    /// <summary>Our own id of a letter that came in: the same letter in two mailboxes, or read again after a server renumbered its folder, is one.</summary>
    public static string OfContent(params ReadOnlySpan<string> parts) =>
        "m" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..40];

    /// <summary>Ten letters that stand under every letter, for programs that keep neither references nor addresses; made with the secret, not guessable.</summary>
    public static string Token(ConversationId conversation, string secret)
    {
        const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ2345678923";
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes("token:" + conversation));
        return string.Concat(hash.Take(10).Select(value => Alphabet[value & 31]));
    }
}
