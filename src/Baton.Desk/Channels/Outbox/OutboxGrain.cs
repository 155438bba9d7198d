using System.Globalization;
using System.Text.Json;
using Baton.Journal;
using Baton.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Hands over what the log has queued, on one node of all. Keyed by 0.</summary>
internal interface IOutboxGrain : IGrainWithIntegerKey
{
    /// <summary>Goes on sending, if it does not already.</summary>
    Task KeepSendingAsync();
}

/// <summary>
/// Follows the log for queued letters, keeps each until a server has taken it over or it is given up, and writes into the conversation what
/// became of it. What a crash leaves open is sent again under the same Message-ID.
/// </summary>
internal sealed partial class OutboxGrain(
    IJournal journal, IKeptValues kept, LetterWriter writer, IOptions<MailOptions> options, TimeProvider time, ILoggerFactory loggers, ILogger<OutboxGrain> logger) : Grain, IOutboxGrain, IDisposable
{
    public const string Waiting = "letter-outbox";
    public const string GivenUp = "letter-dead";
    private const string Position = "letter-outbox-position";
    private const int AtOnce = 1_000;
    private const int Together = 8;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stopped = new();
    private Task _sending = Task.CompletedTask;
    private CancellationTokenSource _nudge = new();

    public Task KeepSendingAsync()
    {
        if (_sending.IsCompleted && !_stopped.IsCancellationRequested) _sending = SendAsync();
        else _nudge.Cancel();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stopped.CancelAsync();
        await _sending;
    }

    public void Dispose()
    {
        _stopped.Dispose();
        _nudge.Dispose();
    }

    private async Task SendAsync()
    {
        await Task.Yield();
        long? read = null;
        while (!_stopped.IsCancellationRequested)
        {
            try
            {
                read = await GatherAsync(read ?? long.Parse(await kept.GetAsync(Position, "0", _stopped.Token) ?? "0", CultureInfo.InvariantCulture));
                var next = await SendDueAsync();
                await WaitAsync(read.Value, next);
            }
            catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
            {
                // The node stops; another goes on.
            }
            catch (Exception failure)
            {
                LogFailed(logger, failure);
                await Task.Delay(Again, time, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    /// <summary>Keeps every queued letter of the log once. How far it read is kept with letters and now and then: reading some of it again does nothing.</summary>
    private async Task<long> GatherAsync(long position)
    {
        while (await journal.ReadAllAsync(position, AtOnce, _stopped.Token) is { Count: > 0 } events)
        {
            var queued = events.Where(logged => logged.Event is LetterQueued).ToList();
            foreach (var logged in queued)
            {
                var entry = new OutboxEntry(logged.Conversation.Value, logged.Version, 0, logged.At, logged.At, null);
                await kept.AddAsync(Waiting, ((LetterQueued)logged.Event).Envelope.MessageId, JsonSerializer.Serialize(entry, ChannelsJson.Default.OutboxEntry), _stopped.Token);
            }

            position = events[^1].Position;
            if (queued.Count > 0 || events.Count == AtOnce) await kept.PutAsync(Position, "0", position.ToString(CultureInfo.InvariantCulture), _stopped.Token);
        }

        return position;
    }

    /// <returns>When the next one is due; null when none waits.</returns>
    private async Task<DateTimeOffset?> SendDueAsync()
    {
        var now = time.GetUtcNow();
        var waiting = (await kept.ListAsync(Waiting, AtOnce, _stopped.Token)).Select(value => (Id: value.Key, Entry: JsonSerializer.Deserialize(value.Value, ChannelsJson.Default.OutboxEntry)!)).ToList();
        foreach (var some in waiting.Where(letter => letter.Entry.NextAt <= now).OrderBy(letter => letter.Entry.QueuedAt).Chunk(Together))
            await Task.WhenAll(some.Select(letter => SendAsync(letter.Id, letter.Entry)));
        var later = waiting.Where(letter => letter.Entry.NextAt > now).Select(letter => (DateTimeOffset?)letter.Entry.NextAt).Min();
        return waiting.Any(letter => letter.Entry.NextAt <= now) ? now : later;
    }

    private async Task SendAsync(string id, OutboxEntry entry)
    {
        var conversation = new ConversationId(entry.Conversation);
        var log = await journal.ReadAsync(conversation, 0, _stopped.Token);
        if (log.Any(logged => logged.Event is LetterTracked { State: LetterStates.Sent } sent && sent.MessageId == id))
        {
            await kept.RemoveAsync(Waiting, id, _stopped.Token);
            return;
        }

        var (state, detail) = await TrySendAsync(conversation, log, entry);
        var now = time.GetUtcNow();
        var next = entry.After(now, detail);
        if (state == LetterStates.Delayed && now - entry.QueuedAt >= options.Value.GiveUpAfter) state = LetterStates.Failed;
        // A delay is told once, not at every try.
        if (state != LetterStates.Delayed || entry.Tries == 0) await GrainFactory.GetGrain<IConversationGrain>(entry.Conversation).TrackLetterAsync(new(id, state, detail));
        if (state == LetterStates.Delayed)
        {
            await KeepAsync(Waiting, id, next);
            return;
        }

        if (state == LetterStates.Failed) await KeepAsync(GivenUp, id, next);
        await kept.RemoveAsync(Waiting, id, _stopped.Token);
    }

    private async Task<(string State, string Detail)> TrySendAsync(ConversationId conversation, IReadOnlyList<LoggedEvent> log, OutboxEntry entry)
    {
        var queued = log.FirstOrDefault(logged => logged.Version == entry.Version)?.Event as LetterQueued;
        if (options.Value.Mailboxes.FirstOrDefault(own => own.Name == queued?.Mailbox) is not { } mailbox)
            return (LetterStates.Delayed, $"The mailbox '{queued?.Mailbox}' is no longer configured.");
        try
        {
            var letter = await writer.WriteAsync(conversation, log, entry.Version, mailbox, _stopped.Token);
            if (letter is null) return (LetterStates.Failed, "The log holds no such letter.");
            var result = await new SmtpSender(mailbox.Smtp, time, loggers.CreateLogger<SmtpSender>()).SendAsync(letter, _stopped.Token);
            return (result.Status switch { SendStatus.Accepted => LetterStates.Sent, SendStatus.Refused => LetterStates.Failed, _ => LetterStates.Delayed }, TextOf.Line(result.Answer, 500));
        }
        catch (ArgumentException wrong)
        {
            return (LetterStates.Failed, TextOf.Line(wrong.Message, 500));
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not JournalUnavailableException)
        {
            // A wrong password or certificate: an operator mends it and the letter goes out.
            LogRefused(logger, mailbox.Name, mailbox.Smtp.Host, failure);
            return (LetterStates.Delayed, $"The mail server {mailbox.Smtp.Host} did not let us in.");
        }
    }

    private Task KeepAsync(string drawer, string id, OutboxEntry entry) => kept.PutAsync(drawer, id, JsonSerializer.Serialize(entry, ChannelsJson.Default.OutboxEntry), _stopped.Token);

    /// <summary>Until the log grows, a letter is due, or somebody asks.</summary>
    private async Task WaitAsync(long position, DateTimeOffset? next)
    {
        var now = time.GetUtcNow();
        if (next <= now) return;
        if (_nudge.IsCancellationRequested)
        {
            _nudge.Dispose();
            _nudge = new();
            return;
        }

        using var until = CancellationTokenSource.CreateLinkedTokenSource(_stopped.Token, _nudge.Token);
        var due = next is { } at ? Task.Delay(at - now, time, until.Token) : Task.Delay(Timeout.InfiniteTimeSpan, time, until.Token);
        await (await Task.WhenAny(journal.WaitForGrowthAsync(position, until.Token), due)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await until.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Letters could not be sent; it is tried again in ten seconds. None is lost.")]
    private static partial void LogFailed(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mailbox {Mailbox} cannot send: {Host} refused the connection or the sign-in. Its letters wait and are tried again.")]
    private static partial void LogRefused(ILogger logger, string mailbox, string host, Exception failure);
}
