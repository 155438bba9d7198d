using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
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
    private const int MostKnown = 50_000;

    // Decrypting costs more than all else that is asked of a token, and a customer sends the same one again and again. The key is the
    // token's SHA-256: what is compared tells nothing about the token.
    private readonly ConcurrentDictionary<UInt128, Known> known = new();
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
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
        var key = BinaryPrimitives.ReadUInt128BigEndian(hash);
        if (known.TryGetValue(key, out var seen)) return Check(seen, out conversation);
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
        seen = new(new(Convert.ToHexStringLower(payload.AsSpan(0, IdBytes))), BinaryPrimitives.ReadInt64BigEndian(payload.AsSpan(IdBytes)));
        if (known.Count >= MostKnown) known.Clear();
        known[key] = seen;
        return Check(seen, out conversation);
    }

    private TokenCheck Check(Known seen, out ConversationId conversation)
    {
        var isGood = seen.Expires > time.GetUtcNow().ToUnixTimeSeconds();
        conversation = isGood ? seen.Conversation : default;
        return isGood ? TokenCheck.Good : TokenCheck.Expired;
    }

    private readonly record struct Known(ConversationId Conversation, long Expires);
}

internal enum TokenCheck
{
    Good,
    Expired,
    Forged,
}
