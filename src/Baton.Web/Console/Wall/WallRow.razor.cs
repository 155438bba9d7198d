using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>One conversation on the wall. Drawn again only when what it shows changed.</summary>
public sealed partial class WallRow
{
    private (ConversationSummary? Row, string Link, bool IsSelected, bool IsOpen) _drawn;

    /// <summary>The conversation.</summary>
    [Parameter, EditorRequired]
    public ConversationSummary Row { get; set; } = null!;

    /// <summary>Where it opens.</summary>
    [Parameter, EditorRequired]
    public string Link { get; set; } = "";

    /// <summary>True when the keyboard is on it.</summary>
    [Parameter]
    public bool IsSelected { get; set; }

    /// <summary>True when it is open beside the wall.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    private string StateClass => Row.Holder switch
    {
        Holder.Queue => "needs",
        Holder.Worker => "held",
        Holder.Closed => "closed",
        _ => Row.Level switch { RiskLevel.Escalate => "escalate", RiskLevel.Watch => "watch", _ => "calm" },
    };

    private string StateWord => Row.Holder switch
    {
        Holder.Queue => "Needs a person",
        Holder.Worker => "With a person",
        Holder.Closed => "Closed",
        _ => Labels.Level(Row.Level),
    };

    private string StateDetail => Row.Holder switch
    {
        Holder.Queue when Row.EscalationKind is { } kind => Labels.KindWord(kind),
        Holder.Agent when Row.Level != RiskLevel.None => $"risk {Row.Risk:P0} {(Row.EmotionalRisk > Row.TechnicalRisk ? "emotional" : "technical")}",
        Holder.Closed when Row.Rating is { } rating => $"rated {rating}/5",
        _ => "",
    };

    private string? Signal => Row.Holder == Holder.Queue ? Row.EscalationReason ?? Row.TopSignal : Row.TopSignal;

    private string Matter => Row.Intent is { } intent ? Labels.Humanize(intent) : "No matter yet";

    private string Language => Labels.Language(Row.Locale);

    /// <inheritdoc/>
    protected override void OnInitialized() => _drawn = (Row, Link, IsSelected, IsOpen);

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var now = (Row, Link, IsSelected, IsOpen);
        if (ReferenceEquals(_drawn.Row, now.Row) && _drawn.Link == now.Link && _drawn.IsSelected == now.IsSelected && _drawn.IsOpen == now.IsOpen) return false;
        _drawn = now;
        return true;
    }
}
