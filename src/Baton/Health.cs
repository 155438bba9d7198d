using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Baton;

/// <summary>Health endpoints: <c>/health/live</c> while the process answers, <c>/health/ready</c> while it can serve.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
