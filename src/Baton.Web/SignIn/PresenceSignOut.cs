using System.Security.Claims;
using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

/// <summary>Whoever signs out is off at once: customers are promised only people who are there.</summary>
internal sealed class PresenceSignOut(IWorkforce workforce)
{
    public async Task LeaveAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return;
        var worker = new ActingWorker(new WorkerId(id), user.FindFirstValue(WorkerClaims.DisplayName) ?? "");
        await workforce.SetPresenceAsync(worker, Availability.Offline, 1, cancellationToken);
    }
}
