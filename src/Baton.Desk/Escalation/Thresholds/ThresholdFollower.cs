using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Desk;

/// <summary>Holds kept choices from the start on, and follows those made on other nodes.</summary>
internal sealed partial class ThresholdFollower(ThresholdDesk desk, TimeProvider time, ILogger<ThresholdFollower> logger) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(15);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await desk.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await desk.RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Thresholds chosen elsewhere could not be read; those known here hold on.")]
    private static partial void Failed(ILogger logger, Exception exception);
}
