using Baton.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

internal static class FormEndpoint
{
    public static void MapForms(this IEndpointRouteBuilder routes) =>
        routes.MapForms("/v1/forms").MapPost("", SubmitAsync).WithName("SubmitForm").WithSummary("Hand in a form; it is answered by e-mail")
            .WithMetadata(new Example("""{"id":"f-1","name":"Ada Okafor","email":"ada@example.org","subject":"My lamp","text":"The lamp came in pieces.","locale":"en"}"""))
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Accepted<FormAnswer>, ProblemHttpResult>> SubmitAsync(Body<FormRequest> body, ILetterDesk letters, CancellationToken cancellationToken)
    {
        var form = body.Value;
        var (conversation, refusal) = await letters.SubmitAsync(new(form.Id, form.Name, form.Email, form.Subject, form.Text, form.Locale, form.Mailbox), cancellationToken);
        // The conversation's id stays here: it is in the reply address, and who fills in a form with another's address must not learn it.
        return conversation is null ? Problems.Of(refusal!) : TypedResults.Accepted((string?)null, new FormAnswer(form.Id));
    }
}
