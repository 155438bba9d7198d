using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Baton.Desk;

/// <summary>Degraded while a tool server is away: conversations go on, and what needs it goes to people.</summary>
internal sealed class ToolServersHealthCheck(IToolBox tools) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (_, unreachable) = await tools.ListAsync(cancellationToken);
        return unreachable.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"Not reachable: {string.Join(", ", unreachable)}.");
    }
}
