using Baton.Audit;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>Every audit: engagements with their schedule, runs with their progress, what was found.</summary>
public sealed partial class AuditsPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<AuditSubject>? _subjects;
    private IReadOnlyList<EngagementStatus>? _engagements;
    private IReadOnlyList<string> _objections = [];
    private AuditRefresh? _refresh;
    private string? _stopped;
    private string? _notice;
    private string _objection = "";

    [Inject]
    private AuditArchive Archive { get; set; } = null!;

    [Inject]
    private AuditEngagements Engagements { get; set; } = null!;

    [Inject]
    private AuditRunner Runner { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_refresh is not null) await _refresh.DisposeAsync();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _refresh = new(Time, async () =>
        {
            await InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            });
            return IsBusy;
        });
        _refresh.Start(IsBusy);
    }

    private bool IsBusy => _subjects?.Any(subject => subject.Runs[0].State == RunState.Running) == true;

    private static string May(Engagement engagement) => engagement.Authorisation is not { } signed ? "nothing: not signed"
        : engagement.Mailboxes.Count + engagement.Forms.Count + engagement.Chats.Count is 0 ? "nothing in scope"
        : $"{engagement.Mailboxes.Count} mailboxes, {engagement.Forms.Count} forms, {engagement.Chats.Count} chats; signed by {signed.SignedBy}{(signed.LegalBasis is null ? signed.Token is null ? ", no proof" : ", proof by token" : ", legal basis")}";

    private static string Change(IReadOnlyList<FindingLife> lives)
    {
        var faults = lives.Where(life => life.Finding.Severity > Severity.Notice).ToList();
        int Count(LifeState state) => faults.Count(life => life.State == state);
        return $"{Count(LifeState.New)} new, {Count(LifeState.Returned)} back, {Count(LifeState.Still)} still there, {Count(LifeState.Gone)} gone"
            + (Count(LifeState.NotSeenAgain) is > 0 and var unseen ? $", {unseen} not seen again" : "");
    }

    private string Schedule(EngagementStatus status) => status.NextRun is not { } next ? status.LastRun is { } last ? $"last {AuditWords.Time(last)} UTC" : "not run yet"
        : next <= Time.GetUtcNow() ? Archive.Options.RunsOnSchedule ? "due now" : "due, and the schedule is off (Audit:RunsOnSchedule)" : $"next {AuditWords.Time(next)} UTC";

    private async Task LoadAsync()
    {
        _subjects = await Archive.SubjectsAsync(_closing.Token);
        _engagements = await Engagements.ListAsync(_subjects, _closing.Token);
        using var ledger = new WriteLedger(Archive.Ledger);
        (_stopped, _objections) = (ledger.Stopped, ledger.Objections);
    }

    private void Run(string file, string name) => _notice = Runner.Ask(file, Session.Worker.Name) ? $"{name}: the run starts in a moment." : "Too many runs wait already.";

    private async Task StopAsync()
    {
        using (var ledger = new WriteLedger(Archive.Ledger)) await ledger.StopAsync($"stopped by {Session.Worker.Name} on {AuditWords.Time(Time.GetUtcNow())} UTC in the console", _closing.Token);
        await LoadAsync();
    }

    private async Task ResumeAsync()
    {
        using (var ledger = new WriteLedger(Archive.Ledger)) ledger.Resume();
        await LoadAsync();
    }

    private async Task ObjectAsync()
    {
        if (string.IsNullOrWhiteSpace(_objection)) return;
        using (var ledger = new WriteLedger(Archive.Ledger)) await ledger.ObjectAsync(_objection, _closing.Token);
        (_notice, _objection) = ($"{_objection.Trim()} will not be written to again.", "");
        await LoadAsync();
    }
}
