using System.Security.Claims;
using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ActResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Baton.Web.ActAnswer>, Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Baton.Web;

/// <summary>What a program does on a conversation as its key's worker.</summary>
internal static class WorkerActEndpoints
{
    public static void MapWorkerActs(this IEndpointRouteBuilder routes)
    {
        var acts = routes.MapPrograms("/v1/conversations/{id}", ApiScopes.ConversationsAct, "Workers")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        acts.MapPost("/claim", ClaimAsync).WithName("Claim").WithSummary("Take a waiting conversation");
        acts.MapPost("/takeover", TakeOverAsync).WithName("TakeOver").WithSummary("Take a conversation from the agent, the queue or another worker");
        acts.MapPost("/giveback", GiveBackAsync).WithName("GiveBack").WithMetadata(new Example("""{"agreed":"A new parcel is on its way."}""")).WithSummary("Give a conversation back to the agent");
        acts.MapPost("/release", ReleaseAsync).WithName("Release").WithMetadata(new Example("""{"why":"Needs somebody who speaks French."}""")).WithSummary("Put a conversation back into the queue");
        acts.MapPost("/whispers", WhisperAsync).WithName("Whisper").WithMetadata(new Example("""{"text":"She moved last week: ask for the new address."}""")).WithSummary("Tell the agent something the customer does not see");
        acts.MapPost("/replies", ReplyAsync).WithName("Reply").WithMetadata(new Example("""{"id":"r-1","text":"I have found your parcel."}""")).WithSummary("Reply to the customer; replying is taking over");
        acts.MapPost("/signals", MarkSignalAsync).WithName("MarkSignal").WithMetadata(new Example("""{"message":7,"code":"frustrated","mark":"missed"}""")).WithSummary("Say that a signal is wrong, or was missed");
        acts.MapPost("/close", CloseAsync).WithName("Close").WithMetadata(new Example("""{"outcome":"resolved"}""")).WithSummary("Close a conversation");
    }

    private static async Task<ActResult> ClaimAsync(ConversationId id, ClaimsPrincipal user, IConversations conversations, CancellationToken cancellationToken) =>
        Answer(await conversations.ClaimAsync(id, user.Worker(), cancellationToken));

    private static async Task<ActResult> TakeOverAsync(ConversationId id, ClaimsPrincipal user, IConversations conversations, CancellationToken cancellationToken) =>
        Answer(await conversations.TakeOverAsync(id, user.Worker(), cancellationToken));

    private static async Task<ActResult> GiveBackAsync(
        ConversationId id, Body<GiveBackRequest> body, ClaimsPrincipal user, IConversations conversations, CancellationToken cancellationToken) =>
        Answer(await conversations.GiveBackAsync(id, user.Worker(), body.Value.Agreed, cancellationToken));

    private static async Task<ActResult> ReleaseAsync(
        ConversationId id, Body<ReleaseRequest> body, ClaimsPrincipal user, IConversations conversations, CancellationToken cancellationToken) =>
        Answer(await conversations.ReleaseAsync(id, user.Worker(), body.Value.Why, cancellationToken));

    private static async Task<ActResult> WhisperAsync(
        ConversationId id, Body<WhisperRequest> body, ClaimsPrincipal user, IConversations conversations, CancellationToken cancellationToken) =>
        Answer(await conversations.WhisperAsync(id, user.Worker(), body.Value.Text, cancellationToken));

    private static async Task<ActResult> MarkSignalAsync(
        ConversationId id, Body<MarkSignalRequest> body, ClaimsPrincipal user, IConversations conversations, CancellationToken cancellationToken) =>
        Answer(await conversations.MarkSignalAsync(
            id, user.Worker(), body.Value.Message, body.Value.Code, body.Value.Mark == "wrong" ? SignalMark.Wrong : SignalMark.Missed, cancellationToken));

    private static async Task<ActResult> CloseAsync(
        ConversationId id, Body<CloseRequest> body, ClaimsPrincipal user, IConversations conversations, CancellationToken cancellationToken) =>
        Answer(await conversations.CloseAsync(id, user.Worker(), body.Value.Outcome, cancellationToken));

    private static async Task<Results<Created<MessageAnswer>, Ok<MessageAnswer>, ProblemHttpResult>> ReplyAsync(
        ConversationId id, Body<MessageRequest> body, ClaimsPrincipal user, IConversations conversations, IAttachmentStore store, CancellationToken cancellationToken)
    {
        var (attachments, problem) = await MessageEndpoints.FindAsync(id, body.Value.Attachments, store, cancellationToken);
        if (problem is not null) return problem;
        var result = await conversations.ReplyAsync(id, user.Worker(), new(body.Value.Id, body.Value.Text, attachments), cancellationToken);
        if (result.Refusal is { } refusal) return Problems.Of(refusal);
        var answer = new MessageAnswer(body.Value.Id, result.Version, result.At, result.IsRepeat);
        return result.IsRepeat ? TypedResults.Ok(answer) : TypedResults.Created($"/v1/conversations/{id}/log?after={result.Version - 1}", answer);
    }

    private static ActResult Answer(CommandResult result) =>
        result.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(new ActAnswer(result.Version, result.At));
}
