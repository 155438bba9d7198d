using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>Makes the configured admin when there is no account at all, so that a new installation can be entered.</summary>
internal sealed partial class FirstAdmin(IServiceScopeFactory scopes, IOptions<FirstAdminOptions> options, ILogger<FirstAdmin> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value is not { Email: { Length: > 0 } email } wanted) return;
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<WorkerAccounts>();
        if ((await accounts.ListAsync(cancellationToken)).Count > 0) return;
        var (_, refusal) = await accounts.CreateAsync(email, wanted.Name, WorkerRoles.Admin, wanted.Password);
        if (refusal is not null) throw new InvalidOperationException($"The first admin could not be made. Web:FirstAdmin: {refusal}");
        Made(logger, email);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "Made the first admin, {Email}.")]
    private static partial void Made(ILogger logger, string email);
}
