using System.Globalization;
using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>The floor at a glance, for leads: who is watching what, and what nobody watches.</summary>
public sealed partial class FloorPage : IDisposable
{
    private IDisposable? _floor;
    private int _waiting;
    private int _broken;
    private int _unsupervised;
    private List<ConversationSummary> _unwatched = [];

    [Inject]
    private IFloor Floor { get; set; } = null!;

    [Inject]
    private IWall Wall { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private List<WorkerPresence> Workers => [.. Floor.Now.Workers.OrderBy(worker => worker.Worker.Name, StringComparer.CurrentCulture)];

    private IReadOnlyList<TeamLoad> Trend => Floor.Now.Trend;

    private string TrendWords => string.Create(
        CultureInfo.InvariantCulture,
        $"Now {Trend[^1].Mean:F1} a worker, highest {Trend.Max(load => load.Mean):F1} in the last {Math.Max(5, (Trend[^1].At - Trend[0].At).TotalMinutes):F0} minutes. 1 is one furious customer just now.");

    private bool IsShared => Workers.Exists(worker => Floor.SharedEmotional(worker.Worker.Id) is not null);

    private string RatingWords
    {
        get
        {
            static string Of(int count, double? mean, string who) => mean is { } score ? string.Create(CultureInfo.InvariantCulture, $"{who}: {score:F1} of 5 ({count} rated)") : $"{who}: none rated";
            var ratings = Floor.Ratings;
            return $"{Of(ratings.Calm, ratings.CalmMean, "Came calm")} · {Of(ratings.Upset, ratings.UpsetMean, "Came upset")}. All who were helped by a person, together; each worker sees the own ratings adjusted for this.";
        }
    }

    private string TrendPoints
    {
        get
        {
            var most = Math.Max(1, Trend.Max(load => load.Mean));
            return string.Join(' ', Trend.Select((load, i) => string.Create(
                CultureInfo.InvariantCulture, $"{(Trend.Count == 1 ? 0 : i * 480.0 / (Trend.Count - 1)):F0},{78 - (load.Mean / most * 74):F1}")));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _floor?.Dispose();

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _floor = Floor.Subscribe(() => _ = InvokeAsync(Look));
        Look();
    }

    private static string Loss(ConversationSummary row) => string.Create(CultureInfo.InvariantCulture, $"expected loss {LossPolicy.IfNobodyLooks(row):P0}");

    private static string StateOf(WorkerPresence worker) => worker switch
    {
        { BreatherUntil: not null } => "Breather",
        _ => Labels.Availability(worker.Availability),
    };

    private void Look()
    {
        var now = Time.GetUtcNow();
        var rows = Wall.Rows;
        var watched = Floor.Now.Workers.Where(worker => worker.LooksAt is not null).Select(worker => worker.LooksAt!.Value).ToHashSet();
        _waiting = rows.Count(row => row.Holder == Holder.Queue);
        _broken = rows.Count(row => row.Holder == Holder.Queue && row.PromisedBy < now);
        _unsupervised = rows.Count(row => row.Holder == Holder.Agent && row.Supervisor is null);
        _unwatched = [.. rows.Where(row => WallOrder.IsWatched(row) && !watched.Contains(row.Id)).OrderByDescending(LossPolicy.IfNobodyLooks)];
        StateHasChanged();
    }

    private int Supervises(WorkerPresence worker) => Wall.Rows.Count(row => row.Holder == Holder.Agent && row.Supervisor == worker.Worker.Id);

    private ConversationSummary? LooksAt(WorkerPresence worker) => worker.LooksAt is { } id ? Wall.Find(id) : null;

    private string Offered(WorkerPresence worker) =>
        string.Join(", ", Floor.Now.Offers.Where(offer => offer.Worker == worker.Worker.Id).Select(offer => Wall.Find(offer.Conversation) is { } row ? Labels.CustomerName(row.Customer) : "a conversation"));
}
