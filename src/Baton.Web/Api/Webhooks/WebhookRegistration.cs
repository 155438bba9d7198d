using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Baton.Web;

internal static class WebhookRegistration
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookNudge>();
        services.AddSingleton<WebhookLease>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService<WebhookService>();
        services.AddHttpClient(WebhookSender.ClientName)
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var options = provider.GetRequiredService<IOptions<WebOptions>>().Value.Webhooks;
                return new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    // A proxy would connect on its own, past the check.
                    UseProxy = false,
                    UseCookies = false,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(1),
                    ConnectCallback = (context, cancellationToken) => PublicAddress.ConnectAsync(context.DnsEndPoint, options.AllowPrivateNetworks, cancellationToken),
                };
            })
            // Its request log would hold addresses, and what failed is with the delivery.
            .RemoveAllLoggers();
    }
}
