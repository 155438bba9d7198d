using System.Collections.Immutable;
using Baton.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <inheritdoc cref="IFloor"/>
internal sealed partial class FloorFollower(
    IGrainFactory grains, IWall wall, LoadBook loads, LoadSharing sharing, IOptions<LoadOptions> options, TimeProvider time, ILogger<FloorFollower> logger) : BackgroundService, IFloor
{
    /// <summary>Who shares is looked up again every so many looks.</summary>
    private const int SharingEvery = 5;

    private ImmutableList<Action> _subscribers = [];
    private int _looks;

    public FloorView Now { get; private set; } = FloorView.Empty;

    public OwnLoad LoadOf(WorkerId worker, double capacity)
    {
        var now = time.GetUtcNow();
        var rows = wall.Rows.Where(row => row.Worker == worker || (row.Holder == Holder.Agent && row.Supervisor == worker)).ToList();
        var supervised = rows.Where(row => row.Holder == Holder.Agent).ToList();
        var watched = supervised.Count(row => row.Level != RiskLevel.None);
        var load = loads.Of(worker) with { Own = rows.Count - supervised.Count, Watched = watched, Supervised = supervised.Count - watched };
        return new(
            load.Cognitive(options.Value), capacity, supervised.Count, load.Emotional(now, options.Value),
            load.EmotionalTaken.Count(taken => taken > now - TimeSpan.FromHours(1)), load.BreatherUntil is { } until && until > now ? until : null)
        {
            Own = load.Own,
            Watched = watched,
        };
    }

    public TeamRatings Ratings => loads.Ratings.All();

    public double? SharedEmotional(WorkerId worker) => sharing.IsShown(worker) ? loads.Of(worker).Emotional(time.GetUtcNow(), options.Value) : null;

    public OwnRatings RatingsOf(WorkerId worker) => loads.Ratings.Of(worker);

    public IDisposable Subscribe(Action onChanged)
    {
        ImmutableInterlocked.Update(ref _subscribers, list => list.Add(onChanged));
        return new Subscription(() => ImmutableInterlocked.Update(ref _subscribers, list => list.Remove(onChanged)));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_subscribers.IsEmpty) continue;
            try
            {
                if (_looks++ % SharingEvery == 0) await sharing.RefreshAsync(stoppingToken);
                Now = await grains.GetGrain<IWorkforceGrain>(0).LookAsync();
                foreach (var subscriber in _subscribers) subscriber();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(logger, failure);
            }
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The floor could not be looked at; it is tried again in a second.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
