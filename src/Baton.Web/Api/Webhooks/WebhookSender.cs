using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>Posts deliveries that are due and notes what became of them.</summary>
internal sealed partial class WebhookSender(
    IDbContextFactory<AccountsContext> contexts, IHttpClientFactory clients, WebhookSecrets secrets, IOptions<WebOptions> options, TimeProvider time, ILogger<WebhookSender> logger)
{
    public const string ClientName = "webhooks";

    private const int Batch = 64;
    private const int AtOnce = 8;
    private static readonly TimeSpan KeepDelivered = TimeSpan.FromDays(7);

    /// <summary>Tries all that is due; answers how many that were.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var due = await accounts.WebhookDeliveries.AsNoTracking()
            .Where(delivery => delivery.State == DeliveryState.Waiting && delivery.NextAt <= now)
            .OrderBy(delivery => delivery.NextAt).ThenBy(delivery => delivery.Position)
            .Join(accounts.WebhookEndpoints, delivery => delivery.EndpointId, endpoint => endpoint.Id, (delivery, endpoint) => new { Delivery = delivery, Endpoint = endpoint })
            .Take(Batch).ToListAsync(cancellationToken);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (one, cancel) => await SendAsync(one.Delivery, one.Endpoint, cancel));
        return due.Count;
    }

    /// <summary>When the next delivery is due; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        return await accounts.WebhookDeliveries.Where(delivery => delivery.State == DeliveryState.Waiting)
            .OrderBy(delivery => delivery.NextAt).Select(delivery => (DateTimeOffset?)delivery.NextAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Forgets what was delivered a week ago.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        var before = time.GetUtcNow() - KeepDelivered;
        await accounts.WebhookDeliveries.Where(delivery => delivery.State == DeliveryState.Delivered && delivery.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task SendAsync(WebhookDelivery delivery, WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        var (status, error) = await PostAsync(delivery, endpoint, cancellationToken);
        delivery.Attempts++;
        delivery.LastAt = time.GetUtcNow();
        delivery.LastStatus = status;
        delivery.LastError = error;
        delivery.State = error is null ? DeliveryState.Delivered : delivery.Attempts >= WebhookRetries.Attempts ? DeliveryState.Dead : DeliveryState.Waiting;
        if (delivery.State == DeliveryState.Waiting)
            delivery.NextAt = delivery.LastAt.Value + WebhookRetries.After(delivery.Attempts, RandomNumberGenerator.GetInt32(1_000) / 1_000d);
        if (delivery.State == DeliveryState.Dead) LogDead(logger, delivery.Id, delivery.Attempts, error!);

        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        // Zero rows when the endpoint was deleted meanwhile; then there is nothing to note.
        await accounts.WebhookDeliveries.Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, delivery.State)
                .SetProperty(row => row.Attempts, delivery.Attempts)
                .SetProperty(row => row.NextAt, delivery.NextAt)
                .SetProperty(row => row.LastAt, delivery.LastAt)
                .SetProperty(row => row.LastStatus, delivery.LastStatus)
                .SetProperty(row => row.LastError, delivery.LastError),
            cancellationToken);
    }

    private async Task<(int? Status, string? Error)> PostAsync(WebhookDelivery delivery, WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        if (secrets.Open(endpoint.ProtectedSecret) is not { } secret)
            return (null, "The endpoint's secret cannot be read with this server's keys. Delete the endpoint and register it again.");
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(secret, time.GetUtcNow(), delivery.Body));
        request.Headers.Add(WebhookSignature.DeliveryHeader, delivery.Id);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(options.Value.Webhooks.Timeout);
        try
        {
            using var answer = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, enough.Token);
            var status = (int)answer.StatusCode;
            return answer.IsSuccessStatusCode ? (status, null) : (status, $"The receiver answered {status.ToString(CultureInfo.InvariantCulture)}; 2xx is needed, redirects are not followed.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"The receiver did not answer within {options.Value.Webhooks.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.");
        }
        catch (HttpRequestException exception)
        {
            return (null, exception.InnerException is NotPublicException
                ? "The name leads to a private or loopback address, which Web:Webhooks:AllowPrivateNetworks forbids."
                : $"The receiver could not be reached ({exception.HttpRequestError}).");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook delivery {Delivery} was given up after {Attempts} tries: {Error}")]
    private static partial void LogDead(ILogger logger, string delivery, int attempts, string error);
}
