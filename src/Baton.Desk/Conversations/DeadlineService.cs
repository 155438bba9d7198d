using Baton.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Desk;

/// <summary>Wakes conversations whose deadline has passed, to the second, on whatever node gets to them first.</summary>
internal sealed partial class DeadlineService(IJournal journal, IGrainFactory grains, TimeProvider time, ILogger<DeadlineService> logger) : BackgroundService
{
    private const int AtOnce = 256;

    /// <summary>A node that takes deadlines and dies keeps them from others for so long.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        do
        {
            try
            {
                while (await WakeDueAsync(stoppingToken) == AtOnce)
                {
                    // As long as a full batch is due there may be more.
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> WakeDueAsync(CancellationToken cancellationToken)
    {
        var due = await journal.ClaimDueAsync(time.GetUtcNow(), Lease, AtOnce, cancellationToken);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken }, async (id, stop) =>
        {
            try
            {
                await grains.GetGrain<IConversationGrain>(id.Value).WakeAsync().WaitAsync(stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogWakeFailed(logger, id, failure);
            }
        });
        return due.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Deadlines could not be read; they are tried again in a second.")]
    private static partial void LogFailed(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Conversation {Conversation} could not be woken at its deadline; it is tried again after the lease.")]
    private static partial void LogWakeFailed(ILogger logger, ConversationId conversation, Exception failure);
}
