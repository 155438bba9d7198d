using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>Where workers keep the replies they send often.</summary>
public sealed partial class CannedRepliesPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<CannedReply>? _replies;
    private CannedReply? _edited;
    private string? _refusal;

    [Inject]
    private CannedReplies Replies { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => _replies = await Replies.ListAsync(_closing.Token);

    private void Edit(CannedReply reply)
    {
        _refusal = null;
        _edited = new CannedReply { Id = reply.Id, Shortcut = reply.Shortcut, Language = reply.Language, Text = reply.Text };
    }

    private async Task SaveAsync()
    {
        if (_edited is null) return;
        _refusal = await Replies.SaveAsync(_edited, _closing.Token);
        if (_refusal is not null) return;
        _edited = null;
        _replies = await Replies.ListAsync(_closing.Token);
    }

    private async Task RemoveAsync(CannedReply reply)
    {
        await Replies.RemoveAsync(reply.Id, _closing.Token);
        _replies = await Replies.ListAsync(_closing.Token);
    }
}
