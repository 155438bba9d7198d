using System.Buffers;
using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Baton.Web;

/// <summary>Reads one file out of a multipart request, never more of it than is accepted.</summary>
internal static class AttachmentUpload
{
    /// <summary>What a multipart request may have around the file.</summary>
    public const int Overhead = 64 * 1024;

    public static async Task<(AttachmentRef? Attachment, byte[] Content, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Boundary(request.ContentType) is not { } boundary)
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "media-type-not-supported", "Send the file as multipart/form-data in a field named \"file\".");
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition || HeaderUtilities.RemoveQuotes(disposition.Name) != "file") continue;
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                return await ReadAsync(HeaderUtilities.RemoveQuotes(name).ToString(), section.Body, cancellationToken);
            }
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "multipart-malformed", "The multipart body is incomplete or not well-formed. Send the file again.");
        }
        catch (InvalidDataException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "multipart-malformed", "The multipart body has too many or too long headers. Send the file in one field named \"file\".");
        }

        return Refuse(StatusCodes.Status400BadRequest, "file-missing", "There is no file. Send it as multipart/form-data in a field named \"file\".");
    }

    private static string? Boundary(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary ? boundary.ToString() : null;

    private static async Task<(AttachmentRef?, byte[], ProblemHttpResult?)> ReadAsync(string name, Stream body, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var piece = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await body.ReadAsync(piece, cancellationToken)) > 0)
            {
                if (content.Length + read > Limits.AttachmentBytes)
                    return Refuse(StatusCodes.Status413PayloadTooLarge, "file-too-large", "The file is larger than 10 MB. Make it smaller or send it in parts.");
                content.Write(piece, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        var bytes = content.ToArray();
        if (AttachmentTypes.Of(bytes) is not { } mediaType)
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "file-type-not-accepted", $"Accepted are {AttachmentTypes.Accepted}. What counts is the content, not the name.");
        return (new(Guid.NewGuid().ToString("N"), AttachmentTypes.Clean(name, mediaType), mediaType, bytes.Length), bytes, null);
    }

    private static (AttachmentRef?, byte[], ProblemHttpResult?) Refuse(int status, string code, string detail) => (null, [], Problems.Of(status, code, detail));
}
