using System.Net;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Baton.Web;

internal static class WebhookEndpoints
{
    private const int LargestPage = 500;

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var webhooks = routes.MapPrograms("/v1/webhooks", ApiScopes.WebhooksManage, "Webhooks");
        webhooks.MapPost("", RegisterAsync).WithName("RegisterWebhook").WithMetadata(new Example("""{"url":"https://crm.example/baton","events":["escalated","conversation-closed"]}""")).WithSummary("Register an address that is told of events");
        webhooks.MapGet("", ListAsync).WithName("ListWebhooks").WithSummary("List webhooks");
        webhooks.MapDelete("/{webhookId}", DeleteAsync).WithName("DeleteWebhook").WithSummary("Delete a webhook and its deliveries");
        webhooks.MapGet("/{webhookId}/deliveries", DeliveriesAsync).WithName("ListDeliveries").WithSummary("What was, is and will be delivered; state=dead shows what was given up");
        webhooks.MapPost("/{webhookId}/deliveries/{deliveryId}/retry", RetryAsync).WithName("RetryDelivery").WithSummary("Try a delivery again, from the beginning of its tries");
    }

    private static async Task<Results<Created<WebhookItem>, ProblemHttpResult>> RegisterAsync(
        Body<WebhookRequest> body, AccountsContext accounts, WebhookSecrets secrets, WebhookNudge nudge, IJournal journal, IOptions<WebOptions> options, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var url = new Uri(body.Value.Url);
        var isPublic = url.Scheme == "https" && !url.IsLoopback && (!IPAddress.TryParse(url.DnsSafeHost, out var address) || PublicAddress.Is(address));
        if (!isPublic && !options.Value.Webhooks.AllowPrivateNetworks)
            return Problems.Invalid("url-not-public", "Webhooks go to public https addresses only. For one in your own network, have the operator set Web:Webhooks:AllowPrivateNetworks.");
        var (secret, guarded) = secrets.Make();
        var endpoint = new WebhookEndpoint
        {
            Id = Guid.NewGuid().ToString("N"),
            Url = url.AbsoluteUri,
            Events = body.Value.Events.Contains("*") ? "*" : string.Join(' ', body.Value.Events.Distinct(StringComparer.Ordinal)),
            ProtectedSecret = guarded,
            CreatedAt = time.GetUtcNow(),
            AfterPosition = await journal.GetHeadAsync(cancellationToken),
        };
        accounts.WebhookEndpoints.Add(endpoint);
        await accounts.SaveChangesAsync(cancellationToken);
        nudge.EndpointAdded();
        return TypedResults.Created($"/v1/webhooks/{endpoint.Id}", WebhookItem.Of(endpoint) with { Secret = secret });
    }

    private static async Task<Ok<WebhooksAnswer>> ListAsync(AccountsContext accounts, CancellationToken cancellationToken)
    {
        var all = await accounts.WebhookEndpoints.AsNoTracking().OrderBy(endpoint => endpoint.CreatedAt).ToListAsync(cancellationToken);
        return TypedResults.Ok(new WebhooksAnswer([.. all.Select(WebhookItem.Of)]));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string webhookId, AccountsContext accounts, CancellationToken cancellationToken) =>
        await accounts.WebhookEndpoints.Where(endpoint => endpoint.Id == webhookId).ExecuteDeleteAsync(cancellationToken) == 1 ? TypedResults.NoContent() : NoWebhook();

    private static async Task<Results<Ok<DeliveriesAnswer>, ProblemHttpResult>> DeliveriesAsync(
        string webhookId, AccountsContext accounts, CancellationToken cancellationToken, string? state = null, int limit = 100)
    {
        if (limit is < 1 or > LargestPage) return Problems.Invalid("limit-invalid", "\"limit\" is 1 to 500.");
        if (state is not (null or "waiting" or "delivered" or "dead")) return Problems.Invalid("state-invalid", "\"state\" is waiting, delivered or dead.");
        if (!await accounts.WebhookEndpoints.AnyAsync(endpoint => endpoint.Id == webhookId, cancellationToken)) return NoWebhook();
        var deliveries = accounts.WebhookDeliveries.AsNoTracking().Where(delivery => delivery.EndpointId == webhookId);
        if (state is not null)
        {
            var wanted = Enum.Parse<DeliveryState>(state, ignoreCase: true);
            deliveries = deliveries.Where(delivery => delivery.State == wanted);
        }

        var found = await deliveries.OrderByDescending(delivery => delivery.Position).Take(limit).ToListAsync(cancellationToken);
        return TypedResults.Ok(new DeliveriesAnswer([.. found.Select(DeliveryItem.Of)]));
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> RetryAsync(
        string webhookId, string deliveryId, AccountsContext accounts, WebhookNudge nudge, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changed = await accounts.WebhookDeliveries.Where(delivery => delivery.Id == deliveryId && delivery.EndpointId == webhookId).ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.State, DeliveryState.Waiting).SetProperty(delivery => delivery.Attempts, 0).SetProperty(delivery => delivery.NextAt, now),
            cancellationToken);
        if (changed == 0) return Problems.Of(StatusCodes.Status404NotFound, "delivery-not-found", "This webhook has no delivery with this id. Delivered ones are forgotten after a week.");
        nudge.DeliveriesWait();
        return TypedResults.Accepted((string?)null);
    }

    private static ProblemHttpResult NoWebhook() => Problems.Of(StatusCodes.Status404NotFound, "webhook-not-found", "There is no webhook with this id. GET /v1/webhooks lists them.");
}
