using Baton.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Baton.Web;

/// <summary>Errors as the API tells them (RFC 9457): a code for programs and a detail that says what to do.</summary>
internal static class Problems
{
    private const string Types = "https://baton.example/problems/";

    public static ProblemHttpResult Of(int status, string code, string detail) => TypedResults.Problem(Details(status, code, detail));

    public static ProblemHttpResult Invalid(string code, string detail) => Of(StatusCodes.Status400BadRequest, code, detail);

    public static ProblemHttpResult NoConversation() => Of(
        StatusCodes.Status404NotFound, "conversation-not-found", "There is no conversation with this id that you may open. Check the id, or open a new conversation.");

    public static ProblemHttpResult Of(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.NotFound => NoConversation(),
        RefusalCode.Invalid => Invalid("invalid", refusal.Why),
        RefusalCode.HeldByOther => Of(StatusCodes.Status409Conflict, "held-by-other", refusal.Why),
        RefusalCode.AtCapacity => Of(StatusCodes.Status409Conflict, "at-capacity", refusal.Why),
        _ => Of(StatusCodes.Status409Conflict, "conflict", refusal.Why),
    };

    /// <summary>Writes the problem where there is no endpoint to return it.</summary>
    public static Task WriteAsync(HttpContext context, int status, string code, string detail) =>
        Of(status, code, detail).ExecuteAsync(context);

    private static ProblemDetails Details(int status, string code, string detail) => new()
    {
        Type = Types + code,
        Title = code.Replace('-', ' '),
        Status = status,
        Detail = detail,
        Extensions = { ["code"] = code },
    };
}
