using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>A signal where it was seen; pointing at it or reaching it with the keyboard explains it.</summary>
public sealed partial class MessageSignal
{
    /// <summary>The signal.</summary>
    [Parameter, EditorRequired]
    public SignalRaised Signal { get; set; } = null!;

    /// <summary>Who called it wrong; null when nobody did.</summary>
    [Parameter, EditorRequired]
    public SignalMarked? WrongBy { get; set; }

    /// <summary>The worker says that it is wrong, or right after all.</summary>
    [Parameter]
    public EventCallback<SignalMark> OnMark { get; set; }

    private string TipId => $"signal-{Signal.MessageVersion}-{Signal.Code}";

    private string Explanation =>
        $"{Labels.Humanize(Signal.Code)}: a sign of {Meaning}. Weight {Signal.Weight:0.00} of 1.{(KnownReplySignals.Find(Signal.Code) is null ? "" : " It is about the agent’s reply, not the customer.")}";

    private string Meaning => Signal.Kind switch
    {
        EscalationKind.Emotional => "lost patience or trust",
        EscalationKind.Technical => "the service not working",
        EscalationKind.Requested => "a wish for a person",
        _ => "a matter for people",
    };
}
