using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

internal static class OpenEndpoint
{
    public static void MapOpen(this IEndpointRouteBuilder routes) =>
        routes.MapAnybody().MapPost("", OpenAsync).WithName("OpenConversation").WithMetadata(new Example("""{"locale":"en"}""")).WithSummary("Open a conversation")
            .ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<Results<Created<OpenAnswer>, ProblemHttpResult>> OpenAsync(
        Body<OpenRequest> body, IConversations conversations, CustomerIdentity identity, ConversationTokens tokens, CancellationToken cancellationToken)
    {
        var request = body.Value;
        var customer = Customer.Anonymous;
        if (request.Identity is { } token)
        {
            var (verified, problem) = await identity.VerifyAsync(token);
            if (verified is null) return problem!;
            customer = verified;
        }

        var id = await conversations.OpenAsync(new(request.Channel, customer, request.Locale, request.Team, request.Simulated), cancellationToken);
        return TypedResults.Created($"/v1/conversations/{id}/events", new OpenAnswer(id.Value, tokens.Issue(id), customer.IsIdentified, customer.Name));
    }
}
