using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Keeps the mailboxes read and the outbox sending, wherever in the cluster they are: a node that dies is replaced at the next look.</summary>
internal sealed partial class MailService(IGrainFactory grains, IOptions<MailOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<MailService> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Mailboxes.Count == 0) return;
        // The silo that runs the grains is a service too, and may start after this one.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var announced = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            try
            {
                foreach (var mailbox in options.Value.Mailboxes) await grains.GetGrain<IMailboxGrain>(mailbox.Name).KeepReadingAsync().WaitAsync(stoppingToken);
                await grains.GetGrain<IOutboxGrain>(0).KeepSendingAsync().WaitAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The mailboxes could not be looked after; it is tried again in 15 seconds.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
