using System.Text.Json;
using Baton.Journal;
using Microsoft.EntityFrameworkCore;

namespace Baton.Web;

/// <summary>What is posted: one event.</summary>
/// <param name="Id">Names the delivery, the same in every try of it.</param>
/// <param name="Type">The event's name with the version of its fields.</param>
/// <param name="Conversation">The conversation it happened in.</param>
/// <param name="Seq">Its place in the conversation. Deliveries may come out of order; this number says the order.</param>
/// <param name="Position">Its place in the whole log.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Data">Its fields.</param>
internal sealed record WebhookBody(string Id, string Type, string Conversation, int Seq, long Position, DateTimeOffset At, JsonElement Data);

/// <summary>
/// Follows the log and puts out a delivery for each event and each endpoint that wants it. Deliveries and the place in the log are
/// kept in one transaction: a crash neither loses nor doubles one.
/// </summary>
internal sealed class WebhookOutbox(IDbContextFactory<AccountsContext> contexts, IJournal journal, WebhookLease lease, TimeProvider time)
{
    private const int Batch = 500;

    /// <summary>Puts out what is new and answers up to where; null when there is no endpoint to follow the log for.</summary>
    public async Task<(long Position, int PutOut)?> StepAsync(CancellationToken cancellationToken)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancellationToken);
        var endpoints = await accounts.WebhookEndpoints.AsNoTracking().ToListAsync(cancellationToken);
        if (endpoints.Count == 0) return null;
        var checkpoint = await accounts.WorkLeases.Where(row => row.Name == WebhookLease.Name).Select(row => row.Checkpoint).SingleAsync(cancellationToken);
        // What happened while there was no endpoint concerns none.
        checkpoint = Math.Max(checkpoint, endpoints.Min(endpoint => endpoint.AfterPosition));
        var events = await journal.ReadAllAsync(checkpoint, Batch, cancellationToken);
        if (events.Count == 0) return (checkpoint, 0);

        var now = time.GetUtcNow();
        var deliveries = events.SelectMany(logged => endpoints.Where(endpoint => Wants(endpoint, logged)).Select(endpoint => Deliver(endpoint, logged, now))).ToList();
        var position = events[^1].Position;
        await using var transaction = await accounts.Database.BeginTransactionAsync(cancellationToken);
        var isOurs = await accounts.WorkLeases.Where(row => row.Name == WebhookLease.Name && row.Owner == lease.Owner)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Checkpoint, position), cancellationToken) == 1;
        if (!isOurs) return (checkpoint, 0);
        accounts.WebhookDeliveries.AddRange(deliveries);
        await accounts.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (position, deliveries.Count);
    }

    private static bool Wants(WebhookEndpoint endpoint, LoggedEvent logged) =>
        logged.Position > endpoint.AfterPosition
        && (endpoint.Events == "*" || endpoint.Events.Split(' ').Contains(WebhookEvents.NameOf(logged.Event), StringComparer.Ordinal));

    private static WebhookDelivery Deliver(WebhookEndpoint endpoint, LoggedEvent logged, DateTimeOffset now)
    {
        var id = Guid.NewGuid().ToString("N");
        var item = LogItem.Of(logged);
        var body = new WebhookBody(id, item.Type, logged.Conversation.Value, logged.Version, logged.Position, logged.At, item.Data);
        return new()
        {
            Id = id,
            EndpointId = endpoint.Id,
            Position = logged.Position,
            Event = item.Type,
            Body = JsonSerializer.Serialize(body, ApiJson.For<WebhookBody>()),
            CreatedAt = now,
            NextAt = now,
        };
    }
}

/// <summary>The names by which endpoints choose events: those of the log without the version, so that a new version is not missed.</summary>
internal static class WebhookEvents
{
    public static readonly IReadOnlySet<string> Names = EventTypes.Names.Select(Bare).ToHashSet(StringComparer.Ordinal);

    public static string NameOf(ConversationEvent happened) => Bare(EventTypes.NameOf(happened));

    private static string Bare(string name) => name[..name.LastIndexOf('.')];
}
