using System.Security.Cryptography;
using Baton.Mail;
using Microsoft.Extensions.Logging;

namespace Baton.Audit;

/// <summary>
/// Sends answerable enquiries over a week from mailboxes the auditor controls, and measures what comes back, for weeks. Everything that
/// happens is in the run's folder; a run that is stopped goes on there.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="logs">Where lost connections are told.</param>
public sealed class ReplyRadar(TimeProvider time, ILoggerFactory logs)
{
    /// <summary>The tool's name in runs and reports.</summary>
    public const string Tool = "reply-radar";

    private const int SecretLength = 32;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>How often it is looked, by the machine's clock, whether a person said something.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>What would be sent when, without sending or connecting to anything.</summary>
    /// <exception cref="RadarException">It cannot be done within the engagement.</exception>
    public RadarPlan Plan(Engagement engagement)
    {
        RequireRadar(engagement);
        return ProbePlanner.Make(engagement, RandomNumberGenerator.GetBytes(SecretLength), time.GetUtcNow());
    }

    /// <summary>Runs to the end, which is weeks later, or takes up a run that was stopped.</summary>
    /// <param name="engagement">Who audits whom, with a <see cref="Engagement.Radar"/>.</param>
    /// <param name="folder">The run's folder.</param>
    /// <param name="options">How servers are reached, and the ledger.</param>
    /// <param name="progress">Hears of the state whenever there is nothing to do but to wait.</param>
    /// <param name="cancellationToken">Stops; everything is in the folder.</param>
    /// <exception cref="RadarException">It is not authorised, cannot be done within the engagement, or a mailbox cannot be read.</exception>
    public async Task<AuditReport> RunAsync(Engagement engagement, RadarFolder folder, RadarOptions options, IProgress<RadarProgress> progress, CancellationToken cancellationToken)
    {
        RequireRadar(engagement);
        if (engagement.Authorisation is null) throw new RadarException("The engagement is not signed (authorisation), so nothing may be sent.");
        if (folder.Events.Count == 0) folder.Add(NewPlan(engagement));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, folder.Aborted);
        try
        {
            await FollowAsync(engagement, folder, options, progress, either.Token);
        }
        catch (OperationCanceledException) when (folder.Aborted.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new RunFolderException($"The run in {folder.Folder.FullName} was aborted.");
        }
        return Judge(engagement, folder.Record);
    }

    /// <summary>Judges a run as it stands, running or ended, without connecting to anything.</summary>
    public AuditReport Judge(Engagement engagement, RadarRecord record)
    {
        RequireRadar(engagement);
        if (record.Events.Count == 0) throw new RadarException($"The run in {record.Folder.FullName} has not begun.");

        // A rehearsal's clock runs ahead of the machine's, and a machine's may have been set back: nothing is judged before it happened.
        var now = record.Events.Select(happened => happened.At).Append(time.GetUtcNow()).Max();
        return RadarReport.Make(engagement, record.Head, new LetterNotes(record).State(), now);
    }

    private async Task FollowAsync(Engagement engagement, RadarFolder folder, RadarOptions options, IProgress<RadarProgress> progress, CancellationToken stop)
    {
        var notes = new LetterNotes(folder.Record);
        await using var watch = new MailboxWatch(engagement, options.Servers, time, logs, folder.Head.Rehearsal is not null);
        var gate = new AuthorisationGate(engagement, options.Ledger, options.Proof, time);
        var hold = new SendingHold(engagement, options, gate, time);
        var sender = new ProbeSender(engagement, gate, new SmtpSender(options.Servers.Smtp, time, logs.CreateLogger<SmtpSender>()), hold, folder, time);
        var seen = 0;
        var state = notes.State();
        if (!state.IsEnded && state.Probes.Any(probe => probe.Opening is not null)) watch.Start(state);
        while (!state.IsEnded)
        {
            while (watch.Letters.TryRead(out var came))
            {
                foreach (var happened in LetterIntake.Take(came, state, folder)) folder.Add(happened);
                seen++;
                state = notes.State();
                foreach (var objector in state.Probes.Where(probe => probe.Objection is not null)) await ObjectAsync(options.Ledger, objector, stop);
            }
            if (await folder.Record.TakeInAsync(stop)) state = notes.State();
            var next = NextAction.Of(state, engagement.Radar!);
            var held = next.Act != RadarAct.End && next.Due <= time.GetUtcNow() ? await hold.WhyAsync(stop) : null;
            if (held is null && next.Due <= time.GetUtcNow())
            {
                await ActAsync(next, sender, folder, () => { watch.Start(state); return Task.CompletedTask; }, stop);
                state = notes.State();
                continue;
            }
            folder.Tell(new(state.Probes.Count(probe => probe.Opening is not null), state.Probes.Count(probe => probe.Opening is null), time.GetUtcNow()));
            var until = held is null ? next.Due : time.GetUtcNow() + SendingHold.Look;
            progress.Report(new(time.GetUtcNow(), state.Probes.Count(probe => probe.Opening is not null), state.Probes.Count, state.Probes.Count(probe => probe.RepliedAt is not null), seen, until) { Held = held });
            await WaitAsync(watch, held is null ? until - time.GetUtcNow() : SendingHold.Look, held is null ? time : TimeProvider.System, stop);
        }
    }

    private static void RequireRadar(Engagement engagement)
    {
        if (engagement.Radar is null) throw new RadarException("The engagement says nothing of the Reply Radar (radar): from which mailbox to write, over which servers, and with which control mailboxes. See docs/reply-radar.md.");
    }

    private static async Task ActAsync(NextAction next, ProbeSender sender, RadarFolder folder, Func<Task> permitted, CancellationToken cancellationToken)
    {
        switch (next.Act)
        {
            case RadarAct.Open:
                await sender.OpenAsync(next.Probe!.Plan, permitted, cancellationToken);
                break;
            case RadarAct.Remind:
                await sender.ContinueAsync(next.Probe!.Plan, next.Probe.Opening!, WriteStep.FollowUp, cancellationToken);
                break;
            case RadarAct.Close:
                await sender.ContinueAsync(next.Probe!.Plan, next.Probe.Opening!, WriteStep.Closing, cancellationToken);
                break;
            default:
                folder.Add(new RunEnded(next.Due));
                break;
        }
    }

    private static async Task ObjectAsync(WriteLedger ledger, ProbeCourse probe, CancellationToken cancellationToken)
    {
        if (!ledger.Objections.Contains(probe.Plan.Route, StringComparer.OrdinalIgnoreCase)) await ledger.ObjectAsync(probe.Plan.Route, cancellationToken);
    }

    private PlanMade NewPlan(Engagement engagement)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretLength);
        return new(time.GetUtcNow(), Convert.ToBase64String(secret), ProbePlanner.Make(engagement, secret, time.GetUtcNow()));
    }

    /// <summary>Until a letter comes or the time is over.</summary>
    private static async Task WaitAsync(MailboxWatch watch, TimeSpan left, TimeProvider clock, CancellationToken stop)
    {
        if (left <= TimeSpan.Zero) return;
        using var reached = new CancellationTokenSource(left < LongestWait ? left : LongestWait, clock);
        using var look = new CancellationTokenSource(Look, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(reached.Token, look.Token, stop);
        try
        {
            await watch.Letters.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when ((reached.IsCancellationRequested || look.IsCancellationRequested) && !stop.IsCancellationRequested)
        {
            return;
        }
    }
}
