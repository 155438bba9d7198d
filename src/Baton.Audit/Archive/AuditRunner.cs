using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Baton.Audit;

/// <summary>Runs the Email Finder for engagements: when a lead asks, and on their schedules when the settings allow it. One at a time.</summary>
public sealed partial class AuditRunner : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    private readonly Channel<(string File, string By)> _asked = Channel.CreateBounded<(string, string)>(20);
    private readonly AuditArchive _archive;
    private readonly AuditEngagements _engagements;
    private readonly EmailFinder _finder;
    private readonly TimeProvider _time;
    private readonly ILogger<AuditRunner> _logger;

    /// <param name="archive">Where runs are kept.</param>
    /// <param name="engagements">What may be run.</param>
    /// <param name="finder">The tool.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public AuditRunner(AuditArchive archive, AuditEngagements engagements, EmailFinder finder, TimeProvider time, ILogger<AuditRunner> logger)
    {
        (_archive, _engagements, _finder, _time, _logger) = (archive, engagements, finder, time, logger);
    }

    /// <summary>Asks for a run now; it starts when those asked for before are over.</summary>
    /// <param name="file">The engagement's file.</param>
    /// <param name="by">Who asks.</param>
    /// <returns>False when too many wait already.</returns>
    public bool Ask(string file, string by) => _asked.Writer.TryWrite((file, by));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Look, _time);
        var tick = clock.WaitForNextTickAsync(stoppingToken).AsTask();
        try
        {
            while (true)
            {
                var asked = _asked.Reader.WaitToReadAsync(stoppingToken).AsTask();
                await Task.WhenAny(asked, tick);
                while (_asked.Reader.TryRead(out var wish)) await RunAsync(wish.File, wish.By, stoppingToken);
                if (!tick.IsCompleted) continue;
                await tick;
                if (_archive.Options.RunsOnSchedule) await DueAsync(stoppingToken);
                tick = clock.WaitForNextTickAsync(stoppingToken).AsTask();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task DueAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        foreach (var status in await _engagements.ListAsync(await _archive.SubjectsAsync(cancellationToken), cancellationToken))
        {
            if (status is { IsOn: true } && (status.NextRun <= now || status is { IsInterrupted: true, Engagement.Every: not null })) await RunAsync(status.File, "the schedule", cancellationToken);
        }
    }

    /// <summary>Runs the Email Finder for an engagement now; a run that was interrupted goes on.</summary>
    internal async Task RunAsync(string file, string by, CancellationToken cancellationToken)
    {
        try
        {
            var engagement = await EngagementFile.ReadAsync(new(Path.Combine(_archive.EngagementFolder.FullName, Path.GetFileName(file))), cancellationToken);
            var now = _time.GetUtcNow();
            if (!engagement.IsOn(DateOnly.FromDateTime(now.UtcDateTime)) || !engagement.Hosts.Contains(engagement.Start.Host, StringComparer.OrdinalIgnoreCase))
            {
                Log.Refused(_logger, engagement.Name);
                return;
            }
            Log.Started(_logger, engagement.Name, by);
            var interrupted = (await _archive.SubjectsAsync(cancellationToken)).SelectMany(subject => subject.Runs)
                .FirstOrDefault(run => AuditEngagements.IsInterrupted(run, engagement, now) && run.Head.Target == engagement.Start.AbsoluteUri);
            var folder = interrupted?.Folder ?? new DirectoryInfo(Path.Combine(_archive.Root.FullName, engagement.Start.Host, now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)));
            var options = new EmailFinderOptions { Fetch = new() { AllowedPrivate = _archive.Options.AllowedPrivate } }.For(engagement);
            using var run = await RunFolder.OpenAsync(folder, new(EmailFinder.Tool, engagement.Start.AbsoluteUri, now) { Engagement = engagement.Name }, cancellationToken);
            run.Tell(new(0, 1, now));
            var report = await _finder.RunAsync(engagement.Start, run, options, new Unheard(), cancellationToken);
            await ReportWriter.WriteAsync(report, folder, cancellationToken);
            Log.Finished(_logger, engagement.Name, report.Findings.Count);
        }
        catch (IOException wrong)
        {
            // A mistake in the file, a full disk, an abort: the next run is not its victim.
            Log.Failed(_logger, file, wrong.Message);
        }
    }

    private sealed class Unheard : IProgress<CrawlProgress>
    {
        public void Report(CrawlProgress value)
        {
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Audit {Engagement}: a run of the Email Finder starts, asked for by {By}")]
        public static partial void Started(ILogger logger, string engagement, string by);

        [LoggerMessage(2, LogLevel.Information, "Audit {Engagement}: the run is over, {Findings} findings")]
        public static partial void Finished(ILogger logger, string engagement, int findings);

        [LoggerMessage(3, LogLevel.Warning, "Audit {Engagement}: not run, because today lies outside of it or its site is not among its hosts")]
        public static partial void Refused(ILogger logger, string engagement);

        [LoggerMessage(4, LogLevel.Warning, "The run for {File} stopped: {Why}")]
        public static partial void Failed(ILogger logger, string file, string why);
    }
}
