using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>What the worker has done since the takeover, in one quiet line, and a next step when one is due.</summary>
public sealed partial class EffortLine : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private NextStep? _step;
    private int _seen = -1;
    private int _laterAt;
    private bool _isOpen;

    /// <summary>The conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationView View { get; set; } = null!;

    /// <summary>Version of the view.</summary>
    [Parameter]
    public int Version { get; set; }

    /// <summary>Which conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationId Conversation { get; set; }

    /// <summary>The worker wants the proposed step in the text field.</summary>
    [Parameter]
    public EventCallback<string> OnStep { get; set; }

    /// <summary>The words of the proposed step; null while none is due.</summary>
    public string? Step => _step?.Text;

    [Inject]
    private NextSteps Steps { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    private WorkerEffort? Effort => View.IsHeldBy(Session.Worker.Id) && View.Effort is { Messages: > 0 } effort ? effort : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_seen == Version) return;
        _seen = Version;
        if (Effort is not { IsStepDue: true } effort)
        {
            (_step, _laterAt) = (null, 0);
            return;
        }

        // Said once a round: who does not want it now has a reason.
        if (effort.Rounds == _laterAt) return;
        try
        {
            _step = await Steps.ProposeAsync(Conversation, Session.Worker.Id, _closing.Token);
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private static string Words(WorkerEffort effort) =>
        $"{Count(effort.Messages, "message")} · {effort.Rounds} of {Count(effort.AllRounds, "round")} · {Count(effort.Questions, "question")} · {Count(effort.Solutions, "solution")} offered";

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private void Later() => (_step, _laterAt) = (null, Effort?.Rounds ?? 0);
}
