using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder routes)
    {
        routes.MapCustomers(Throttle.Messages).MapPost("/messages", WriteAsync).WithName("WriteMessage").WithMetadata(new Example("""{"id":"6f1c2a","text":"Where is my order SO-10042?"}""")).WithSummary("Write a message");
        routes.MapCustomers(Throttle.Reads).MapGet("/events", ReadAsync).WithName("ReadEvents").WithSummary("Read what happened after a sequence number");
    }

    private static async Task<Results<Created<MessageAnswer>, Ok<MessageAnswer>, ProblemHttpResult>> WriteAsync(
        ConversationId id, Body<MessageRequest> body, IConversations conversations, IAttachmentStore store, CancellationToken cancellationToken)
    {
        var (attachments, problem) = await FindAsync(id, body.Value.Attachments, store, cancellationToken);
        if (problem is not null) return problem;
        var result = await conversations.WriteAsync(id, new(body.Value.Id, body.Value.Text, attachments), cancellationToken);
        if (result.Refusal is { } refusal) return Problems.Of(refusal);
        var answer = new MessageAnswer(body.Value.Id, result.Version, result.At, result.IsRepeat);
        return result.IsRepeat ? TypedResults.Ok(answer) : TypedResults.Created($"/v1/conversations/{id}/events?after={result.Version - 1}", answer);
    }

    private static async Task<Ok<EventsAnswer>> ReadAsync(ConversationId id, IJournal journal, CancellationToken cancellationToken, int after = 0)
    {
        var events = await journal.ReadAsync(id, Math.Max(0, after), cancellationToken);
        return TypedResults.Ok(new EventsAnswer([.. events.Select(CustomerItems.Of).OfType<CustomerItem>()], events.Count == 0 ? after : events[^1].Version));
    }

    /// <summary>The uploaded files behind the ids of a message, or what is wrong with them.</summary>
    internal static async Task<(IReadOnlyList<AttachmentRef> Attachments, ProblemHttpResult? Problem)> FindAsync(
        ConversationId conversation, IReadOnlyList<string> ids, IAttachmentStore store, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return ([], null);
        var found = new List<AttachmentRef>(ids.Count);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (await store.GetAsync(conversation, id, cancellationToken) is not { } file)
                return ([], Problems.Invalid("attachment-not-found", "A file that the message names was not uploaded to this conversation. Upload it first and send the id that was answered."));
            found.Add(file.Attachment);
        }

        return (found, null);
    }
}
