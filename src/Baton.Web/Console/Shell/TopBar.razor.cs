using Baton.Desk;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>The bar on top: where to go, whether one is at work, and the switches.</summary>
public sealed partial class TopBar
{
    /// <summary>Whether the worker takes conversations.</summary>
    [Parameter, EditorRequired]
    public Availability Availability { get; set; }

    /// <summary>How many the worker holds.</summary>
    [Parameter, EditorRequired]
    public int Holding { get; set; }

    /// <summary>How many the worker takes at once.</summary>
    [Parameter, EditorRequired]
    public int Capacity { get; set; }

    /// <summary>The worker switches between available and away.</summary>
    [Parameter]
    public EventCallback OnToggle { get; set; }

    /// <summary>The worker wants the list of shortcuts.</summary>
    [Parameter]
    public EventCallback OnHelp { get; set; }

    [Inject]
    private ILetterDesk Letters { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    private bool IsAvailable => Availability == Availability.Available;

    private string Initials => string.Concat(Session.Worker.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(part => part[0]));
}
