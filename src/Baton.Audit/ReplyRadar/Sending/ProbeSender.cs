using Baton.Mail;

namespace Baton.Audit;

/// <summary>Sends the mails of probes. There is no other way out: each mail needs a leave of the gate, which is asked for here and used once.</summary>
/// <param name="engagement">The engagement.</param>
/// <param name="gate">The gate.</param>
/// <param name="smtp">The way out.</param>
/// <param name="hold">Ends a sending that is under way when all writing is stopped.</param>
/// <param name="folder">Where what was done is written.</param>
/// <param name="time">The clock.</param>
internal sealed class ProbeSender(Engagement engagement, AuthorisationGate gate, SmtpSender smtp, SendingHold hold, RadarFolder folder, TimeProvider time)
{
    /// <summary>Sends the enquiry and its twins.</summary>
    public async Task OpenAsync(ProbePlan probe, Func<Task> permitted, CancellationToken cancellationToken)
    {
        var letter = ProbeLetters.Opening(probe, engagement.Auditor);
        if (!await SendAsync(probe, WriteStep.Opening, letter, permitted, cancellationToken)) return;
        for (var number = 0; number < engagement.Radar!.Controls.Count; number++)
        {
            var control = engagement.Radar.Controls[number];
            var twin = await smtp.SendAsync(ProbeLetters.Twin(probe, engagement.Auditor, control, number + 1), cancellationToken);
            folder.Add(new TwinSent(time.GetUtcNow(), probe.Key, control.Address, twin.Status == SendStatus.Accepted ? twin.MessageId : ""));
        }
    }

    /// <summary>Sends the reminder or the end.</summary>
    public Task ContinueAsync(ProbePlan probe, MailSent opening, WriteStep step, CancellationToken cancellationToken) =>
        SendAsync(probe, step, ProbeLetters.Continuation(probe, engagement, opening, step), () => Task.CompletedTask, cancellationToken);

    private async Task<bool> SendAsync(ProbePlan probe, WriteStep step, OutgoingLetter letter, Func<Task> permitted, CancellationToken cancellationToken)
    {
        var answer = await gate.AskAsync(new WriteRequest(WriteKind.Mail, probe.Route, letter.Text) { Step = step, Probe = probe.Key }, cancellationToken);
        if (answer.Permit is not { } permit)
        {
            folder.Add(new MailNotSent(time.GetUtcNow(), probe.Key, step, answer.Refusals, IsRefusedByServer: false));
            return false;
        }
        await permitted();
        if (await HandOverAsync(letter with { To = [new("", permit.Request.Target)] }, cancellationToken) is not { } result)
        {
            // The leave is used: whether it went out in that second nobody knows, and it must not go out twice.
            folder.Add(new MailNotSent(time.GetUtcNow(), probe.Key, step, ["All writing was stopped while our own mail server was taking it."], IsRefusedByServer: false));
            return false;
        }
        if (result.Status != SendStatus.Accepted)
        {
            folder.Add(new MailNotSent(time.GetUtcNow(), probe.Key, step, [$"Our own mail server did not take it: {result.Answer}"], IsRefusedByServer: true));
            return false;
        }
        folder.Add(new MailSent(time.GetUtcNow(), probe.Key, step, result.MessageId, letter.Subject, letter.Text, result.Answer, permit.Proof));
        return true;
    }

    /// <summary><see langword="null"/> when somebody stopped all writing meanwhile.</summary>
    private async Task<SendResult?> HandOverAsync(OutgoingLetter letter, CancellationToken cancellationToken)
    {
        await using var signal = hold.Watch();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, signal.Token);
        try
        {
            return await smtp.SendAsync(letter, either.Token);
        }
        catch (OperationCanceledException) when (signal.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
