using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Web;

/// <summary>Registers an address that is told of events.</summary>
internal sealed record WebhookRequest : IRequestBody
{
    /// <summary>Absolute, https.</summary>
    public required string Url { get; init; }

    /// <summary>Names of events, e.g. customer-wrote or escalated; or * for all.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    public ProblemHttpResult? Check()
    {
        if (Events.Count == 0 || Events.Any(name => name != "*" && !WebhookEvents.Names.Contains(name)))
            return Problems.Invalid("events-invalid", $"\"events\" is [\"*\"] or names of: {string.Join(", ", WebhookEvents.Names.Order(StringComparer.Ordinal))}.");
        return Url.Length <= 2_000 && Uri.TryCreate(Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? null
            : Problems.Invalid("url-invalid", "\"url\" is an absolute https address without a user name, at most 2,000 characters.");
    }
}

internal sealed record WebhookItem(string Id, string Url, IReadOnlyList<string> Events, DateTimeOffset CreatedAt)
{
    /// <summary>The signing secret, in the answer to registering and never again.</summary>
    public string? Secret { get; init; }

    public static WebhookItem Of(WebhookEndpoint endpoint) => new(endpoint.Id, endpoint.Url, endpoint.Events.Split(' '), endpoint.CreatedAt);
}

internal sealed record WebhooksAnswer(IReadOnlyList<WebhookItem> Webhooks);

/// <summary>One event on its way. <c>state</c> is waiting, delivered or dead.</summary>
internal sealed record DeliveryItem(
    string Id, string Event, long Position, string State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? NextAt, DateTimeOffset? LastAt, int? LastStatus, string? LastError)
{
    public static DeliveryItem Of(WebhookDelivery delivery) => new(
        delivery.Id, delivery.Event, delivery.Position, delivery.State.ToString().ToLowerInvariant(), delivery.Attempts, delivery.CreatedAt,
        delivery.State == DeliveryState.Waiting ? delivery.NextAt : null, delivery.LastAt, delivery.LastStatus, delivery.LastError);
}

internal sealed record DeliveriesAnswer(IReadOnlyList<DeliveryItem> Deliveries);
