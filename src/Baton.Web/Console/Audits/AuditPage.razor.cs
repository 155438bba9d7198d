using Baton.Audit;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>One target over all runs: findings and their life, trend, what the audited side says.</summary>
public sealed partial class AuditPage : IAsyncDisposable
{
    /// <summary>Runs whose letters a person may place here; older ones at the command line.</summary>
    private const int ShownRuns = 3;

    private readonly CancellationTokenSource _closing = new();
    private AuditSubject? _subject;
    private IReadOnlyList<FindingLife> _lives = [];
    private IReadOnlyList<TrendPoint> _trend = [];
    private IReadOnlyList<ReplyLink> _links = [];
    private AuditRefresh? _refresh;
    private FindingTab _tab = FindingTab.Faults;
    private string? _link;
    private string? _refusal;
    private bool _isLoaded;

    /// <summary>The subject's key.</summary>
    [Parameter]
    public string Key { get; set; } = "";

    [Inject]
    private AuditArchive Archive { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

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

    private bool IsBusy => _subject?.Runs[0].State == RunState.Running;

    private IReadOnlyList<FindingLife> Shown => [.. _lives.Where(life => TabOf(life) == _tab)];

    private IEnumerable<(FindingTab Tab, string Name, int Count)> Tabs =>
        ((FindingTab, string)[])[(FindingTab.Faults, "Findings"), (FindingTab.Notices, "Worth knowing"), (FindingTab.Praise, "Done well"), (FindingTab.Past, "Gone")]
            is var tabs ? tabs.Select(tab => (tab.Item1, tab.Item2, _lives.Count(life => TabOf(life) == tab.Item1))) : [];

    private static FindingTab TabOf(FindingLife life) => life.State is LifeState.Gone or LifeState.NotSeenAgain ? FindingTab.Past
        : life.Finding.Severity switch { Severity.Praise => FindingTab.Praise, Severity.Notice => FindingTab.Notices, _ => FindingTab.Faults };

    private static bool IsFault(Finding finding) => finding.Severity > Severity.Notice;

    private async Task LoadAsync()
    {
        _subject = await Archive.SubjectAsync(Key, _closing.Token);
        _isLoaded = true;
        if (_subject is null) return;
        (_lives, _trend, _links) = (_subject.Lives(), _subject.Trend(), Archive.Replies.LinksOf(Key));
    }

    private void Invite()
    {
        _link = Navigation.ToAbsoluteUri($"audits/answer/{Archive.Replies.Invite(Key, Session.Worker.Name, Archive.Options.ReplyLinkLifetime)}").AbsoluteUri;
        _links = Archive.Replies.LinksOf(Key);
    }

    private void TakeBack()
    {
        Archive.Replies.TakeBack(Key);
        (_link, _links) = (null, []);
    }

    private async Task EnterAsync((Finding Finding, string Text, string By) reply)
    {
        _refusal = await Archive.ReplyAsync(Key, reply.Finding.Code, reply.Finding.Subject, reply.Text, reply.By, Session.Worker.Name, _closing.Token);
        await LoadAsync();
    }

    private enum FindingTab
    {
        Faults,
        Notices,
        Praise,
        Past,
    }
}
