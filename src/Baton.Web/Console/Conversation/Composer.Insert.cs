using Baton.Desk;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace Baton.Web;

// Canned replies and files.
public sealed partial class Composer
{
    /// <summary>Called by the browser while the text is a slash and a beginning; null when it no longer is.</summary>
    [JSInvokable]
    public async Task OnSlashAsync(string? beginning)
    {
        _slash = beginning is null ? null : await Canned.FindAsync(beginning, View.Locale, _closing.Token);
        _slashAt = 0;
        StateHasChanged();
    }

    /// <summary>Called by the browser for a key that chooses among the canned replies.</summary>
    [JSInvokable]
    public async Task OnSlashKeyAsync(string key)
    {
        if (_slash is not { } found) return;
        if (key == "ArrowDown") _slashAt = Math.Min(_slashAt + 1, found.Count - 1);
        else if (key == "ArrowUp") _slashAt = Math.Max(_slashAt - 1, 0);
        else if (key is "Enter" or "Tab" && _slashAt < found.Count) await InsertAsync(found[_slashAt]);
        else _slash = null;
        StateHasChanged();
    }

    /// <summary>Puts a text into the field, in place of what is there.</summary>
    public async Task WriteAsync(string text)
    {
        if (_field is not null) await _field.InvokeVoidAsync("write", _closing.Token, text);
    }

    private async Task InsertAsync(CannedReply reply)
    {
        _slash = null;
        var text = reply.Text
            .Replace("{customer}", View.Customer.Name ?? "", StringComparison.Ordinal)
            .Replace("{me}", Acts.Worker.Name, StringComparison.Ordinal);
        await WriteAsync(text);
    }

    private async Task AttachAsync(InputFileChangeEventArgs chosen)
    {
        if (_files.Count + chosen.FileCount > Limits.Attachments)
        {
            await OnRefusal.InvokeAsync($"A message has at most {Limits.Attachments} files.");
            return;
        }

        _isUploading = true;
        try
        {
            string? why = null;
            foreach (var file in chosen.GetMultipleFiles(Limits.Attachments))
            {
                var (kept, refusal) = await Uploads.KeepAsync(Conversation, file, _closing.Token);
                if (kept is not null) _files.Add(kept);
                why ??= refusal;
            }

            await OnRefusal.InvokeAsync(why);
        }
        finally
        {
            _isUploading = false;
        }
    }
}
