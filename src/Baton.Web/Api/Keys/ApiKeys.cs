using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Baton.Desk;
using Microsoft.EntityFrameworkCore;

namespace Baton.Web;

/// <summary>What a new API key shall be.</summary>
/// <param name="Name">What it is for, 1 to 100 characters.</param>
/// <param name="Scopes">At least one of <see cref="ApiScopes"/>.</param>
/// <param name="WorkerId">The account it acts as; needed for <see cref="ApiScopes.ConversationsAct"/>, otherwise null is good.</param>
/// <param name="ExpiresAt">From when on it is refused; null for never.</param>
public sealed record NewApiKey(string Name, IReadOnlyList<string> Scopes, string? WorkerId = null, DateTimeOffset? ExpiresAt = null);

/// <summary>A key that was made, or why it was not.</summary>
/// <param name="Key">What is kept of it; null when it was refused.</param>
/// <param name="Secret">The key itself, shown this once and kept nowhere.</param>
/// <param name="Mistake">What to change; null when it was made.</param>
public sealed record ApiKeyResult(ApiKey? Key, string? Secret, string? Mistake);

/// <summary>Makes, lists, checks and revokes API keys.</summary>
public sealed class ApiKeys(IDbContextFactory<AccountsContext> contexts, TimeProvider time)
{
    /// <summary>What every key begins with, so that scanners for leaked secrets find it.</summary>
    public const string Prefix = "bk_";

    private const int RandomBytes = 32;
    private const int SecretLength = 3 + 43;
    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Makes a key. The accounts database must be prepared (<see cref="AccountsRegistration.PrepareAccountsAsync"/>) or the program started.</summary>
    public async Task<ApiKeyResult> CreateAsync(NewApiKey request, CancellationToken cancellationToken)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindMistakeAsync(request, accounts, cancellationToken) is { } mistake) return new(null, null, mistake);
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        var key = new ApiKey
        {
            Id = Guid.NewGuid().ToString("N"),
            Name = request.Name.Trim(),
            Prefix = secret[..9],
            Hash = Hash(secret),
            Scopes = string.Join(' ', request.Scopes.Distinct(StringComparer.Ordinal)),
            WorkerId = request.WorkerId,
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = request.ExpiresAt,
        };
        accounts.ApiKeys.Add(key);
        await accounts.SaveChangesAsync(cancellationToken);
        return new(key, secret, null);
    }

    /// <summary>All keys that are not revoked, newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        return await accounts.ApiKeys.AsNoTracking().Where(key => key.RevokedAt == null).OrderByDescending(key => key.CreatedAt).ToListAsync(cancellationToken);
    }

    /// <summary>Refuses a key from now on. False when there is no such key or it was revoked before.</summary>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        DateTimeOffset? now = time.GetUtcNow();
        return await accounts.ApiKeys.Where(key => key.Id == id && key.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now), cancellationToken) == 1;
    }

    internal async Task<KeyCheck> CheckAsync(string secret, CancellationToken cancellationToken)
    {
        if (secret.Length != SecretLength || !secret.StartsWith(Prefix, StringComparison.Ordinal)) return KeyCheck.Unknown;
        var hash = Hash(secret);
        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await accounts.ApiKeys.AsNoTracking().Where(key => key.Hash == hash)
            .Select(key => new { Key = key, Worker = accounts.Users.FirstOrDefault(user => user.Id == key.WorkerId) })
            .FirstOrDefaultAsync(cancellationToken);
        var now = time.GetUtcNow();
        // The lookup is by hash, so its time tells nothing about the key; the comparison in constant time does not hang on the database's collation.
        if (found is null || !CryptographicOperations.FixedTimeEquals(found.Key.Hash, hash) || found.Key.RevokedAt is not null) return KeyCheck.Unknown;
        if (found.Key.ExpiresAt <= now) return new(null, null, IsExpired: true);
        if (found.Worker?.LockoutEnd > now) return KeyCheck.Unknown;
        if (found.Key.LastUsedAt is not { } last || now - last >= UseIsNotedEvery)
        {
            DateTimeOffset? used = now;
            await accounts.ApiKeys.Where(key => key.Id == found.Key.Id).ExecuteUpdateAsync(set => set.SetProperty(key => key.LastUsedAt, used), cancellationToken);
        }

        return new(found.Key, found.Worker?.ToActingWorker(), IsExpired: false);
    }

    private async Task<string?> FindMistakeAsync(NewApiKey request, AccountsContext accounts, CancellationToken cancellationToken)
    {
        if (request.Name.Trim() is not { Length: >= 1 and <= 100 } name || name.Any(char.IsControl)) return "Name the key with 1 to 100 characters: what is it for?";
        if (request.Scopes.Count == 0 || request.Scopes.Except(ApiScopes.All, StringComparer.Ordinal).Any())
            return $"Give at least one scope of: {string.Join(", ", ApiScopes.All)}.";
        if (request.ExpiresAt <= time.GetUtcNow()) return "The key would have expired already: choose a later time.";
        if (request.WorkerId is { } worker && !await accounts.Users.AnyAsync(user => user.Id == worker, cancellationToken))
            return "There is no worker with this id: a key acts as an account that exists.";
        return request.WorkerId is null && request.Scopes.Contains(ApiScopes.ConversationsAct)
            ? $"A key with {ApiScopes.ConversationsAct} acts as a worker: say which."
            : null;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

internal sealed record KeyCheck(ApiKey? Key, ActingWorker? Worker, bool IsExpired)
{
    public static readonly KeyCheck Unknown = new(null, null, IsExpired: false);
}
