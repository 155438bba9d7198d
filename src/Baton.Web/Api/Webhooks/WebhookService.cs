using System.Data.Common;
using Baton.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Web;

/// <summary>While this node has the lease: puts out deliveries and sends them.</summary>
internal sealed partial class WebhookService(
    WebhookLease lease, WebhookOutbox outbox, WebhookSender sender, WebhookNudge nudge, IJournal journal, TimeProvider time, ILogger<WebhookService> logger) : BackgroundService
{
    // Events of this long share a transaction; a webhook need not be faster.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await HoldAsync(stoppingToken);
                await Task.Delay(WebhookLease.Renewal, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await lease.ReleaseAsync(CancellationToken.None);
        }
    }

    private async Task HoldAsync(CancellationToken stoppingToken)
    {
        using var holding = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        try
        {
            if (!await lease.TryHoldAsync(stoppingToken)) return;
            Task[] work = [RenewAsync(holding.Token), PutOutAsync(holding.Token), SendAsync(holding.Token)];
            var ended = await Task.WhenAny(work);
            await holding.CancelAsync();
            // All must have ended before the lease is asked for again; the first one's end says why.
            await Task.WhenAll(work.Select(one => Task.WhenAny(one)));
            await ended;
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or JournalUnavailableException or InvalidOperationException { InnerException: DbException })
        {
            LogStore(logger, exception);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            LogLost(logger);
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        do await Task.Delay(WebhookLease.Renewal, time, cancellationToken);
        while (await lease.TryHoldAsync(cancellationToken));
    }

    private async Task PutOutAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var step = await outbox.StepAsync(cancellationToken);
            if (step is not { } done)
            {
                await nudge.WaitForEndpointAsync(LookAgain, time, cancellationToken);
                continue;
            }

            if (done.PutOut > 0) nudge.DeliveriesWait();
            await journal.WaitForGrowthAsync(done.Position, cancellationToken);
            await Task.Delay(Gathering, time, cancellationToken);
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var forgotten = time.GetUtcNow();
        while (true)
        {
            while (await sender.SendDueAsync(cancellationToken) > 0)
            {
                // Until nothing is due.
            }

            var now = time.GetUtcNow();
            if (now - forgotten > TimeSpan.FromHours(1))
            {
                await sender.ForgetAsync(cancellationToken);
                forgotten = now;
            }

            var wait = await sender.NextDueAsync(cancellationToken) is { } next && next - now < LookAgain ? next - now : LookAgain;
            await nudge.WaitForDeliveriesAsync(wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1), time, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhooks stand still because the store does not answer; they go on when it does.")]
    private static partial void LogStore(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another node delivers webhooks from now on.")]
    private static partial void LogLost(ILogger logger);
}
