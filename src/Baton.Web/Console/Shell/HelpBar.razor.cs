using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>Colleagues who ask for help, on every page; for leads also who asks to end a contact.</summary>
public sealed partial class HelpBar : IDisposable
{
    private IDisposable? _wall;
    private UpdatePacer? _pacer;
    private List<ConversationSummary> _calls = [];

    [Inject]
    private IWall Wall { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _wall?.Dispose();
        _pacer?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _pacer = new UpdatePacer(Time, TimeSpan.FromMilliseconds(300), () => InvokeAsync(Look));
        _wall = Wall.Subscribe(_ => _pacer.Signal());
        _calls = Calls();
    }

    private static string Words(ConversationSummary row) => row.EndAskedBy is { } asker
        ? $"{asker} asks to end the contact with {Labels.CustomerName(row.Customer)}"
        : $"{row.HelpAskedBy} asks for help with {Labels.CustomerName(row.Customer)}";

    private List<ConversationSummary> Calls() =>
        [.. Wall.Rows.Where(row => row.Worker != Session.Worker.Id && (row.HelpAskedBy is not null || (Session.IsLead && row.EndAskedBy is not null))).OrderBy(row => row.LastEventAt)];

    private void Look()
    {
        var calls = Calls();
        if (calls.Select(Words).SequenceEqual(_calls.Select(Words)) && calls.Select(call => call.Id).SequenceEqual(_calls.Select(call => call.Id))) return;
        _calls = calls;
        StateHasChanged();
    }
}
