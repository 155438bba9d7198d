using Microsoft.EntityFrameworkCore;

namespace Baton.Web;

/// <summary>Of several nodes, the one that delivers webhooks. A node that dies loses the lease after a minute.</summary>
internal sealed class WebhookLease(IDbContextFactory<AccountsContext> contexts, TimeProvider time)
{
    public const string Name = "webhooks";

    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(15);

    /// <summary>Names this node for as long as it runs.</summary>
    public string Owner { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Takes or keeps the lease; false when another node has it.</summary>
    public async Task<bool> TryHoldAsync(CancellationToken cancellationToken)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (await TakeAsync(accounts, now, cancellationToken)) return true;
        if (await accounts.WorkLeases.AnyAsync(lease => lease.Name == Name, cancellationToken)) return false;
        accounts.WorkLeases.Add(new() { Name = Name, Owner = Owner, Until = now + Duration });
        try
        {
            await accounts.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node was first to make the row: the next round decides.
            return false;
        }
    }

    /// <summary>Gives the lease up, so that another node need not wait until it ends.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        await accounts.WorkLeases.Where(lease => lease.Name == Name && lease.Owner == Owner)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Owner, ""), cancellationToken);
    }

    private async Task<bool> TakeAsync(AccountsContext accounts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now + Duration;
        return await accounts.WorkLeases
            .Where(lease => lease.Name == Name && (lease.Owner == Owner || lease.Owner == "" || lease.Until < now))
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Owner, Owner).SetProperty(lease => lease.Until, until), cancellationToken) == 1;
    }
}
