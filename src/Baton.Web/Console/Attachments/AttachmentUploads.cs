using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components.Forms;

namespace Baton.Web;

/// <summary>Keeps the files a worker attaches.</summary>
public sealed class AttachmentUploads(IAttachmentStore store)
{
    /// <summary>Keeps one file.</summary>
    /// <returns>The file, or why it was not kept.</returns>
    public async Task<(AttachmentRef? File, string? Refusal)> KeepAsync(ConversationId conversation, IBrowserFile file, CancellationToken cancellationToken)
    {
        if (file.Size > Limits.AttachmentBytes) return (null, $"{file.Name} is larger than {Labels.Size(Limits.AttachmentBytes)}.");
        using var content = new MemoryStream((int)file.Size);
        await using var stream = file.OpenReadStream(Limits.AttachmentBytes, cancellationToken);
        await stream.CopyToAsync(content, cancellationToken);
        var bytes = content.ToArray();
        if (AttachmentTypes.Of(bytes) is not { } type) return (null, $"{file.Name} cannot be sent. Accepted are {AttachmentTypes.Accepted}.");
        var kept = new AttachmentRef(Guid.NewGuid().ToString("N"), AttachmentTypes.Clean(file.Name, type), type, bytes.Length);
        await store.PutAsync(conversation, kept, bytes, cancellationToken);
        return (kept, null);
    }
}
