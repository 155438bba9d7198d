using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Baton.Web;

/// <summary>Files of a conversation, for its customer and for workers. A file can be fetched only through its own conversation.</summary>
internal static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder routes)
    {
        routes.MapParticipants(Throttle.Uploads, ApiScopes.ConversationsAct, Limits.AttachmentBytes + AttachmentUpload.Overhead)
            .MapPost("/attachments", UploadAsync).WithName("UploadAttachment").WithSummary("Upload a file for a message")
            .Accepts<IFormFile>("multipart/form-data")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        routes.MapParticipants(Throttle.Reads, ApiScopes.ConversationsRead)
            .MapGet("/attachments/{attachmentId}", DownloadAsync).WithName("DownloadAttachment").WithSummary("Fetch a file")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static async Task<Results<Created<AttachmentItem>, ProblemHttpResult>> UploadAsync(
        ConversationId id, HttpRequest request, IAttachmentStore store, CancellationToken cancellationToken)
    {
        var (attachment, content, problem) = await AttachmentUpload.ReadAsync(request, cancellationToken);
        if (attachment is null) return problem!;
        await store.PutAsync(id, attachment, content, cancellationToken);
        return TypedResults.Created($"/v1/conversations/{id}/attachments/{attachment.Id}", AttachmentItem.Of(attachment));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        ConversationId id, string attachmentId, HttpResponse response, IAttachmentStore store, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(attachmentId, "N", out _) || await store.GetAsync(id, attachmentId, cancellationToken) is not { } file)
            return Problems.Of(StatusCodes.Status404NotFound, "attachment-not-found", "This conversation has no file with this id. Ids are in the messages.");
        // Whatever the file is, it must never run as a page of this origin.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.CacheControl = "private, max-age=3600";
        var disposition = new ContentDispositionHeaderValue(AttachmentTypes.IsImage(file.Attachment.MediaType) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Attachment.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.File(file.Content, file.Attachment.MediaType);
    }
}
