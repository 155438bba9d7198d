using Baton.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Desk;

/// <summary>Follows the whole log, whatever node writes it, and passes it on to this node's feed and wall.</summary>
internal sealed partial class LogFollower(IJournal journal, Wall wall, LiveFeed feed, TimeProvider time, ILogger<LogFollower> logger) : BackgroundService
{
    private const int AtOnce = 1_000;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _position = await wall.LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    private long _position;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await journal.WaitForGrowthAsync(_position, stoppingToken);
                var events = await journal.ReadAllAsync(_position, AtOnce, stoppingToken);
                if (events.Count == 0) continue;
                feed.Publish(events);
                await wall.ApplyAsync(events, stoppingToken);
                _position = events[^1].Position;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(logger, _position, failure);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be followed after position {Position}; it is tried again in a second.")]
    private static partial void LogFailed(ILogger logger, long position, Exception failure);
}
