using Baton.Desk;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Logging;

namespace Baton.Web;

/// <summary>
/// Tells the desk that the worker is here for as long as the browser is really connected: a circuit is kept for minutes after
/// a laptop was closed, and during that time nobody sits there.
/// </summary>
public sealed partial class PresenceBeat(IWorkforce workforce, PresenceBoard board, TimeProvider time, ILogger<PresenceBeat> logger) : CircuitHandler, IDisposable
{
    /// <summary>How often. The desk counts a worker as offline after 60 seconds.</summary>
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    private ITimer? _timer;
    private IDisposable? _tab;
    private (ActingWorker Worker, int Capacity)? _who;
    private bool _isConnected = true;

    /// <summary>Begins; later calls do nothing.</summary>
    /// <param name="worker">Who.</param>
    /// <param name="capacity">How many conversations at once.</param>
    /// <param name="onChosen">Called on any thread when the worker chose in another tab.</param>
    public Task StartAsync(ActingWorker worker, int capacity, Action onChosen)
    {
        if (_who is not null) return Task.CompletedTask;
        _who = (worker, capacity);
        _tab = board.Follow(worker.Id, onChosen);
        _timer = time.CreateTimer(_ => _ = BeatAsync(), null, Every, Every);
        return BeatAsync();
    }

    /// <summary>The worker chooses.</summary>
    public Task ChooseAsync(Availability availability)
    {
        if (_who is not { } who) return Task.CompletedTask;
        board.Set(who.Worker.Id, availability);
        return BeatAsync();
    }

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _isConnected = false;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _isConnected = true;
        return BeatAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _tab?.Dispose();
    }

    private async Task BeatAsync()
    {
        if (_who is not { } who || !_isConnected) return;
        try
        {
            await workforce.SetPresenceAsync(who.Worker, board.Get(who.Worker.Id), who.Capacity, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // The next beat tries again; the desk forgives two missed ones.
            BeatFailed(logger, who.Worker.Id.Value, failure);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The desk could not be told that worker {Worker} is present.")]
    private static partial void BeatFailed(ILogger logger, string worker, Exception failure);
}
