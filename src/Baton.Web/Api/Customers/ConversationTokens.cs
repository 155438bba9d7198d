using System.Buffers.Binary;
using System.Security.Cryptography;
using Baton.Journal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>
/// Tokens that open exactly one conversation until they expire: <c>bt_</c> and the conversation's id and the expiry, encrypted and
/// authenticated with the Data Protection keys that all nodes share. Nothing is stored for a token.
/// </summary>
internal sealed class ConversationTokens(IDataProtectionProvider protection, IOptions<WebOptions> options, TimeProvider time)
{
    public const string Prefix = "bt_";

    private const int IdBytes = 16;
    private readonly IDataProtector protector = protection.CreateProtector("Baton.ConversationToken.v1");

    public string Issue(ConversationId conversation)
    {
        var payload = new byte[IdBytes + sizeof(long)];
        Convert.FromHexString(conversation.Value, payload, out _, out _);
        BinaryPrimitives.WriteInt64BigEndian(payload.AsSpan(IdBytes), (time.GetUtcNow() + options.Value.TokenLifetime).ToUnixTimeSeconds());
        return Prefix + WebEncoders.Base64UrlEncode(protector.Protect(payload));
    }

    public TokenCheck Check(string token, out ConversationId conversation)
    {
        conversation = default;
        // A good token has some 180 characters; nothing longer is worth decrypting.
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length > 1_000) return TokenCheck.Forged;
        byte[] payload;
        try
        {
            payload = protector.Unprotect(WebEncoders.Base64UrlDecode(token, Prefix.Length, token.Length - Prefix.Length));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return TokenCheck.Forged;
        }

        if (payload.Length != IdBytes + sizeof(long)) return TokenCheck.Forged;
        if (BinaryPrimitives.ReadInt64BigEndian(payload.AsSpan(IdBytes)) <= time.GetUtcNow().ToUnixTimeSeconds()) return TokenCheck.Expired;
        conversation = new(Convert.ToHexStringLower(payload.AsSpan(0, IdBytes)));
        return TokenCheck.Good;
    }
}

internal enum TokenCheck
{
    Good,
    Expired,
    Forged,
}
