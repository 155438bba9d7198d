using Baton.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>
/// Looks every few seconds whether people who wait can be told a much shorter time, as when somebody has come to work. Any node may
/// ask: once told, the shorter time stands and asking again changes nothing.
/// </summary>
internal sealed partial class PromiseKeeper(
    Wall wall, WaitEstimator waits, IGrainFactory grains, IOptions<HandoffOptions> options, IOptions<MailOptions> mail, TimeProvider time, ILogger<PromiseKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReviewAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(logger, failure);
            }
        }
    }

    private async Task ReviewAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = wall.Rows.Where(row => row is { Holder: Holder.Queue, AnswerWay: not AnswerWays.Callback } && row.PromisedBy - now >= options.Value.ShortenedBy).ToList();
        if (waiting.Count == 0) return;
        List<ConversationSummary> sooner = [];
        foreach (var team in waiting.GroupBy(row => row.Team))
        {
            var wait = await waits.EstimateAsync(team.Key).WaitAsync(cancellationToken);
            sooner.AddRange(team.Where(row => PromiseReview.IsWorthSaying(row.PromisedBy, mail.Value.Wait(row.AnswerWay == AnswerWays.Email ? "email" : row.Channel, wait, now).By, now, options.Value)));
        }

        await Parallel.ForEachAsync(
            sooner,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken },
            // A silo that goes down may answer nobody any more: whoever stops does not wait for it.
            async (row, stop) => await grains.GetGrain<IConversationGrain>(row.Id.Value).ReviewPromiseAsync().WaitAsync(stop));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Promises to waiting customers could not be reviewed; it is tried again in a moment.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
