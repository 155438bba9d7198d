using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>What a worker can say that was not seen in a message or reply.</summary>
public sealed partial class MissedSignals
{
    /// <summary>What can be missed there.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<KnownSignal> Known { get; set; } = [];

    /// <summary>What was seen.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SignalRaised> Shown { get; set; } = [];

    /// <summary>What pointing at it says.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The worker names one; its code.</summary>
    [Parameter]
    public EventCallback<string> OnMissed { get; set; }
}
