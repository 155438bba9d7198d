using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

/// <summary>What a customer does other than write.</summary>
internal static class ActEndpoints
{
    public static void MapActs(this IEndpointRouteBuilder routes)
    {
        var acts = routes.MapCustomers(Throttle.Acts);
        acts.MapPost("/person", AskForPersonAsync).WithName("AskForPerson").WithSummary("Ask for a person");
        acts.MapGet("/answers", ListAnswersAsync).WithName("ListAnswers").WithSummary("How a person can answer: waiting, callback, e-mail");
        acts.MapPost("/answer", ArrangeAsync).WithName("ArrangeAnswer").WithMetadata(new Example("""{"way":"email","address":"ada@mail.example"}""")).WithSummary("Choose how a person answers");
        acts.MapPost("/rating", RateAsync).WithName("Rate").WithMetadata(new Example("""{"score":5,"comment":"Quick and kind."}""")).WithSummary("Rate the service");
        acts.MapPost("/typing", Typing).WithName("Typing").WithMetadata(new Example("""{"on":true}""")).WithSummary("Say that the customer began or stopped typing");
        acts.MapPost("/leave", LeaveAsync).WithName("Leave").WithSummary("End the conversation");
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> AskForPersonAsync(ConversationId id, IConversations conversations, CancellationToken cancellationToken)
    {
        var result = await conversations.AskForPersonAsync(id, cancellationToken);
        return result.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Accepted((string?)null);
    }

    private static async Task<AnswersAnswer> ListAnswersAsync(ConversationId id, IConversations conversations, CancellationToken cancellationToken) =>
        AnswersAnswer.Of(await conversations.ListAnswersAsync(id, cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> ArrangeAsync(
        ConversationId id, Body<AnswerRequest> body, IConversations conversations, CancellationToken cancellationToken)
    {
        var result = await conversations.ArrangeAsync(id, new(body.Value.Way, body.Value.Address, body.Value.At), cancellationToken);
        return result.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RateAsync(
        ConversationId id, Body<RatingRequest> body, IConversations conversations, CancellationToken cancellationToken)
    {
        var result = await conversations.RateAsync(id, body.Value.Score, body.Value.Comment, cancellationToken);
        return result.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
    }

    private static NoContent Typing(ConversationId id, Body<TypingRequest> body, ILiveFeed feed)
    {
        feed.Typing(id, new("customer", null, body.Value.On));
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(ConversationId id, IConversations conversations, CancellationToken cancellationToken)
    {
        var result = await conversations.LeaveAsync(id, cancellationToken);
        return result.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
    }
}
