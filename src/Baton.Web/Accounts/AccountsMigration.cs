using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Baton.Web;

/// <summary>Brings the accounts database up to date before anything that uses it starts, and makes the roles.</summary>
internal sealed class AccountsMigration(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => services.PrepareAccountsAsync(cancellationToken);

    public static async Task MigrateAsync(AccountsContext accounts, CancellationToken cancellationToken)
    {
        if (accounts.Database.IsSqlite() && accounts.Database.GetDbConnection().DataSource is { Length: > 0 } file)
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await accounts.Database.MigrateAsync(cancellationToken);

        var there = await accounts.Roles.Select(role => role.Name).ToListAsync(cancellationToken);
        foreach (var name in WorkerRoles.All.Except(there, StringComparer.Ordinal))
            accounts.Roles.Add(new IdentityRole(name!) { NormalizedName = name!.ToUpperInvariant() });
        await accounts.SaveChangesAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
