using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Journal;

/// <summary>Follows the log as long as the process runs and keeps the projections some milliseconds behind it.</summary>
internal sealed class ProjectionService(Projector projector, ProjectionPosition projections, IJournal journal, TimeProvider time, ILogger<ProjectionService> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    // A transaction for each commit of the log would cost as much as the log; nobody sees a list that is this much older.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start of the process does not wait for the projections.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var doubted = projections.Doubted;
                if (await projector.StepAsync(stoppingToken) is not { } position) await Task.Delay(Again, time, stoppingToken); // until the one who writes is gone
                else await await Task.WhenAny(journal.WaitForGrowthAsync(position, stoppingToken), doubted);
                // The machine's time, not the service's: it spares the machine.
                await Task.Delay(Pace, TimeProvider.System, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                JournalLog.ProjectionFailed(logger, Again.TotalSeconds, e);
                await Task.Delay(Again, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
