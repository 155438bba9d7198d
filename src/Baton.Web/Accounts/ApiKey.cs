namespace Baton.Web;

/// <summary>A key with which a program calls the API as one worker. The key itself is never stored.</summary>
public sealed class ApiKey
{
    /// <summary>Names the key; not a secret. 32 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for, in its maker's words, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The first characters of the key, so that people recognise it.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the key's characters. The key has 256 random bits, so that a slow hash would add nothing.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Scopes from <see cref="ApiScopes"/>, separated by one space.</summary>
    public required string Scopes { get; init; }

    /// <summary>The account it acts as; null for a key that manages and serves no customers.</summary>
    public string? WorkerId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is refused; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used, give or take a minute; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>When it was revoked; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
