using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>What protects the worker in this conversation: folded abuse and what to do about it, and help from colleagues.</summary>
public sealed partial class CareBar : IDisposable
{
    private readonly CancellationTokenSource _closing = new();

    /// <summary>The conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationView View { get; set; } = null!;

    /// <summary>Version of the view.</summary>
    [Parameter]
    public int Version { get; set; }

    /// <summary>Which conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationId Conversation { get; set; }

    /// <summary>What the worker can do.</summary>
    [Parameter, EditorRequired]
    public CareActs Care { get; set; } = null!;

    /// <summary>Whether abusive messages are shown.</summary>
    [Parameter]
    public bool IsShown { get; set; }

    /// <summary>The worker shows or folds abusive messages.</summary>
    [Parameter]
    public EventCallback OnShield { get; set; }

    /// <summary>An act was refused, or not.</summary>
    [Parameter]
    public Action<string?>? OnRefusal { get; set; }

    private bool IsMine => View.IsHeldBy(Care.Worker.Id);

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task TellAsync(Func<CancellationToken, Task<string?>> act) => OnRefusal?.Invoke(await act(_closing.Token));
}
