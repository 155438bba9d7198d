using System.Globalization;
using Baton.Journal;
using Baton.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Reads one mailbox, on one node of all. Keyed by the mailbox's name.</summary>
internal interface IMailboxGrain : IGrainWithStringKey
{
    /// <summary>Goes on reading, if it does not already.</summary>
    Task KeepReadingAsync();
}

/// <inheritdoc cref="IMailboxGrain"/>
internal sealed partial class MailboxGrain(
    IncomingLetters letters, IKeptValues kept, IOptions<MailOptions> options, TimeProvider time, ILoggerFactory loggers, ILogger<MailboxGrain> logger) : Grain, IMailboxGrain, IDisposable
{
    private const string Positions = "mailbox-positions";
    private const string Begun = "mailbox-begun";
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <summary>A wrong password that is tried too often locks the account.</summary>
    private static readonly TimeSpan AgainWhenRefused = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _stopped = new();
    private Task _reading = Task.CompletedTask;

    public Task KeepReadingAsync()
    {
        if (_reading.IsCompleted && !_stopped.IsCancellationRequested) _reading = ReadAsync();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stopped.CancelAsync();
        await _reading;
    }

    public void Dispose() => _stopped.Dispose();

    private async Task ReadAsync()
    {
        await Task.Yield();
        var name = this.GetPrimaryKeyString();
        var mailbox = options.Value.Mailboxes.First(own => own.Name == name);
        var reader = new ImapReader(mailbox.Imap, time, loggers.CreateLogger<ImapReader>());
        while (!_stopped.IsCancellationRequested)
        {
            try
            {
                var begun = DateTimeOffset.Parse(await kept.AddAsync(Begun, name, time.GetUtcNow().ToString("O"), _stopped.Token), CultureInfo.InvariantCulture);
                await foreach (var fetched in reader.FollowAsync(mailbox.Folder, Position(await kept.GetAsync(Positions, name, _stopped.Token)), mailbox.ReadsEarlierLetters ? null : begun, _stopped.Token))
                {
                    if (mailbox.ReadsEarlierLetters || fetched.Arrived is null || fetched.Arrived >= begun) await TakeAsync(mailbox, fetched);
                    await kept.PutAsync(Positions, name, string.Create(CultureInfo.InvariantCulture, $"{fetched.Position.Validity}:{fetched.Position.Uid}"), _stopped.Token);
                }
            }
            catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
            {
                // The node stops; another goes on from the kept position.
            }
            catch (Exception failure)
            {
                // A wrong password or certificate, or a log that cannot be written: nothing is skipped, it is tried again.
                LogFailed(logger, name, mailbox.Imap.Host, failure);
                await Task.Delay(failure is MailKit.Security.AuthenticationException ? AgainWhenRefused : Again, time, _stopped.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    /// <summary>One letter that breaks its reader must not keep all others waiting: it stays in the mailbox and its place is told.</summary>
    private async Task TakeAsync(MailboxOptions mailbox, FetchedLetter fetched)
    {
        try
        {
            await letters.TakeAsync(mailbox, fetched.Raw, _stopped.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not JournalUnavailableException and not OrleansException and not TimeoutException)
        {
            LogNotRead(logger, mailbox.Name, fetched.Position.Uid, failure);
            await letters.SetAsideAsync(mailbox, fetched.Raw, _stopped.Token);
        }
    }

    private static MailboxPosition? Position(string? text) =>
        text?.Split(':') is [var validity, var uid] ? new(uint.Parse(validity, CultureInfo.InvariantCulture), uint.Parse(uid, CultureInfo.InvariantCulture)) : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "Mailbox {Mailbox} on {Host} cannot be read; it is tried again shortly. Nothing is lost: letters wait there.")]
    private static partial void LogFailed(ILogger logger, string mailbox, string host, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Letter {Uid} of mailbox {Mailbox} could not be taken in. It stays in the mailbox and is listed under mail that belongs to nothing.")]
    private static partial void LogNotRead(ILogger logger, string mailbox, uint uid, Exception failure);
}
