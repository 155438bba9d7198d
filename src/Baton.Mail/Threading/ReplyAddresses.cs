using System.Security.Cryptography;
using System.Text;

namespace Baton.Mail;

/// <summary>
/// Makes and reads addresses that carry a key: <c>desk+key-check@shop.example</c>, or <c>key-check@replies.shop.example</c> where a sub-domain
/// takes all mail. Some programs cut off what stands behind a plus, so a sub-domain is the surer. The check keeps strangers from writing into others' conversations.
/// </summary>
public sealed class ReplyAddresses
{
    private const int ShortestSecret = 16;
    private const int CheckLength = 8;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly string _local;
    private readonly string _domain;
    private readonly byte[] _secret;

    /// <param name="mailbox">An address (<c>desk@shop.example</c>: keys follow a plus) or only <c>@replies.shop.example</c> (the key is the whole local part).</param>
    /// <param name="secret">At least 16 bytes, the same as long as letters may be answered.</param>
    /// <exception cref="ArgumentException">No domain, or too short a secret.</exception>
    public ReplyAddresses(string mailbox, ReadOnlySpan<byte> secret)
    {
        var at = mailbox.LastIndexOf('@');
        if (at < 0 || at == mailbox.Length - 1)
            throw new ArgumentException($"'{mailbox}' has no domain. Write desk@shop.example or @replies.shop.example.", nameof(mailbox));
        if (secret.Length < ShortestSecret)
            throw new ArgumentException($"The secret has {secret.Length} bytes; it needs {ShortestSecret} at least.", nameof(secret));
        _local = mailbox[..at];
        _domain = mailbox[(at + 1)..];
        _secret = secret.ToArray();
    }

    /// <summary>The address for a key.</summary>
    /// <param name="key">1 to 40 of a-z, 0-9: local parts may lose their case on the way.</param>
    /// <exception cref="ArgumentException">The key has other characters or another length.</exception>
    public string Make(string key)
    {
        if (key.Length is 0 or > 40 || !key.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)))
            throw new ArgumentException($"'{key}' is no key: 1 to 40 of a-z and 0-9.", nameof(key));
        return _local.Length == 0 ? $"{key}-{Check(key)}@{_domain}" : $"{_local}+{key}-{Check(key)}@{_domain}";
    }

    /// <summary>The key of an address that <see cref="Make"/> made; null for all others, forged ones too.</summary>
    public string? Read(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0 || !address.AsSpan(at + 1).Equals(_domain, StringComparison.OrdinalIgnoreCase))
            return null;
        var local = address[..at].Trim().ToLowerInvariant();
        if (_local.Length > 0)
        {
            if (!local.StartsWith(_local.ToLowerInvariant() + "+", StringComparison.Ordinal))
                return null;
            local = local[(_local.Length + 1)..];
        }

        var dash = local.LastIndexOf('-');
        if (dash <= 0)
            return null;
        var key = local[..dash];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Check(key)), Encoding.UTF8.GetBytes(local[(dash + 1)..])) ? key : null;
    }

    /// <summary>The key of the first such address at which a letter arrived or to which it was addressed; null when there is none.</summary>
    public string? Read(Letter letter) =>
        letter.DeliveredTo.Concat(letter.To.Concat(letter.Cc).Select(to => to.Address)).Select(Read).FirstOrDefault(key => key is not null);

    private string Check(string key)
    {
        var hash = HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(key));
        return string.Concat(hash.Take(CheckLength).Select(value => Alphabet[value & 31]));
    }
}
