using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

/// <summary>Files of a conversation, for workers who are signed in.</summary>
internal static class AttachmentLinks
{
    public static string To(ConversationId conversation, AttachmentRef file) => $"console/c/{conversation}/files/{Uri.EscapeDataString(file.Id)}";

    public static bool IsPicture(AttachmentRef file) => AttachmentTypes.IsImage(file.MediaType);

    public static void MapConsoleFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/console/c/{conversation}/files/{file}", async (string conversation, string file, IAttachmentStore store, HttpContext http) =>
        {
            if (!ConversationId.TryParse(conversation, out var id) || await store.GetAsync(id, file, http.RequestAborted) is not { } found) return Results.NotFound();
            // What a customer sent is shown as what it is or not at all: never as a page of ours.
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
            return Results.File(found.Content, found.Attachment.MediaType, IsPicture(found.Attachment) ? null : found.Attachment.Name);
        }).RequireAuthorization().ExcludeFromDescription();
}
