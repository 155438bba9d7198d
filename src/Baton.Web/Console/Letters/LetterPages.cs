using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

/// <summary>A letter's HTML, for a frame in the transcript: cleaned when it came in, and in a sandbox that runs and fetches nothing all the same.</summary>
internal static class LetterPages
{
    private const string Policy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    public static string To(ConversationId conversation, AttachmentRef html) => $"console/c/{conversation}/letters/{Uri.EscapeDataString(html.Id)}";

    public static void MapConsoleLetters(this IEndpointRouteBuilder app) =>
        app.MapGet("/console/c/{conversation}/letters/{file}", async (string conversation, string file, IAttachmentStore store, HttpContext http) =>
        {
            if (!ConversationId.TryParse(conversation, out var id) || await store.GetAsync(id, file, http.RequestAborted) is not { Attachment.MediaType: "text/html" } found) return Results.NotFound();
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            return Results.Bytes(found.Content, "text/html; charset=utf-8");
        }).RequireAuthorization().ExcludeFromDescription();
}
