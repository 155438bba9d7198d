using Baton.Audit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Baton.Web;

/// <summary>Letters of a Reply Radar's run that only a person can tie to an enquiry.</summary>
public sealed partial class AuditLetters
{
    private readonly Dictionary<string, string> _chosen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changing = new(StringComparer.Ordinal);
    private IReadOnlyList<WaitingLetter> _letters = [];
    private RadarRecord? _record;
    private string? _refusal;
    private bool _isBusy;

    /// <summary>The run.</summary>
    [Parameter]
    [EditorRequired]
    public AuditRun Run { get; set; } = null!;

    /// <summary>A person said something; the run's report may have changed.</summary>
    [Parameter]
    public EventCallback OnPlaced { get; set; }

    [Inject]
    private PersonsWord Words { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_isBusy) return;
        try
        {
            _record = await RadarRecord.ReadAsync(Run.Folder, CancellationToken.None);
            _letters = [.. WaitingLetter.Of(_record).OrderBy(letter => letter.Placed is null ? 0 : 1)];
        }
        catch (IOException gone)
        {
            // Deleted or aborted while the page was open.
            (_letters, _refusal) = ([], gone.Message);
        }
    }

    private static string RouteOf(WaitingLetter letter, string key) => letter.Candidates.FirstOrDefault(probe => probe.Key == key)?.Route ?? key;

    private ProbePlan Chosen(WaitingLetter letter) =>
        letter.Candidates.FirstOrDefault(probe => probe.Key == (_chosen.GetValueOrDefault(letter.Sha256) ?? letter.Placed?.Probe)) ?? letter.Candidates[0];

    /// <summary>The letter in focus is placed with one key.</summary>
    private Task PressAsync(WaitingLetter letter, KeyboardEventArgs pressed)
    {
        if (_isBusy || pressed.Repeat || pressed.CtrlKey || pressed.AltKey || pressed.MetaKey || (letter.Placed is not null && !_changing.Contains(letter.Sha256))) return Task.CompletedTask;
        return pressed.Key switch
        {
            "y" or "Y" => PlaceAsync(letter, Chosen(letter).Key),
            "n" or "N" => PlaceAsync(letter, null),
            _ => Task.CompletedTask,
        };
    }

    private async Task PlaceAsync(WaitingLetter letter, string? probe)
    {
        (_isBusy, _refusal) = (true, null);
        try
        {
            await Words.PlaceAsync(_record!, letter.Sha256, probe, Session.Worker.Name, CancellationToken.None);
            _changing.Remove(letter.Sha256);
            if (Run.Report is not null && await Words.ReportAsync(_record!, null, CancellationToken.None) is null)
                _refusal = "It is kept, and the report stays as it was: the run's folder holds no engagement. Write the report with: baton audit reply-radar report";
            _letters = [.. WaitingLetter.Of(_record!).OrderBy(one => one.Placed is null ? 0 : 1)];
        }
        catch (IOException wrong)
        {
            _refusal = wrong.Message;
        }
        finally
        {
            _isBusy = false;
        }
        await OnPlaced.InvokeAsync();
    }
}
