using System.Security.Claims;
using Baton.Desk;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Baton.Web;

/// <summary>Who sits in front of this page, for as long as it is open.</summary>
public sealed class WorkerSession(AuthenticationStateProvider authentication, IDbContextFactory<AccountsContext> accounts)
{
    /// <summary>The worker as the desk knows it.</summary>
    /// <exception cref="InvalidOperationException">Read before <see cref="LoadAsync"/>.</exception>
    public ActingWorker Worker { get => field ?? throw new InvalidOperationException("The session is not loaded yet."); private set; }

    /// <summary>How many conversations the worker takes at once.</summary>
    public int Capacity { get; private set; } = 5;

    /// <summary>True for admins, who manage accounts and keys.</summary>
    public bool IsAdmin { get; private set; }

    /// <summary>True for leads and admins, who decide for others.</summary>
    public bool IsLead { get; private set; }

    /// <summary>True once the worker is known.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>Finds out who it is.</summary>
    /// <returns>False when nobody is signed in, or the account is gone.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (IsLoaded) return true;
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return false;
        await using var context = await accounts.CreateDbContextAsync(cancellationToken);
        if (await context.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken) is not { } found) return false;
        Worker = found.ToActingWorker();
        Capacity = found.Capacity;
        IsAdmin = user.IsInRole(WorkerRoles.Admin);
        IsLead = IsAdmin || user.IsInRole(WorkerRoles.Lead);
        return IsLoaded = true;
    }
}
