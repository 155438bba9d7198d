using System.Threading.Channels;
using Baton.Mail;
using Microsoft.Extensions.Logging;

namespace Baton.Audit;

/// <summary>A letter that a watched mailbox gave.</summary>
/// <param name="Mailbox">Which mailbox and folder, as the journal names it.</param>
/// <param name="Control">The control mailbox; <see langword="null"/> for the auditor's own.</param>
/// <param name="IsSpamFolder">It lay among the spam.</param>
/// <param name="Letter">The letter.</param>
/// <param name="SeenAt">When it was seen.</param>
internal sealed record WatchedLetter(string Mailbox, ControlMailbox? Control, bool IsSpamFolder, FetchedLetter Letter, DateTimeOffset SeenAt);

/// <summary>Watches the auditor's mailbox and the control mailboxes, each on from where it was read before. Nothing connects before it is started.</summary>
/// <param name="engagement">With a <see cref="Engagement.Radar"/>.</param>
/// <param name="servers">How the mailboxes are reached.</param>
/// <param name="time">The clock.</param>
/// <param name="logs">Where lost connections are told.</param>
/// <param name="isRehearsal">The servers' clocks are not the run's, so their stamps say nothing.</param>
internal sealed class MailboxWatch(Engagement engagement, RadarServers servers, TimeProvider time, ILoggerFactory logs, bool isRehearsal) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _work = [];
    private readonly Channel<WatchedLetter> _letters = Channel.CreateUnbounded<WatchedLetter>();

    /// <summary>What came.</summary>
    public ChannelReader<WatchedLetter> Letters => _letters.Reader;

    /// <summary>Starts watching; once.</summary>
    public void Start(RadarState state)
    {
        if (_work.Count > 0) return;
        var scope = engagement.Radar!;
        foreach (var folder in scope.Folders) Follow(servers.Imap, scope.From, folder, null, isSpam: false, state);
        foreach (var control in scope.Controls)
        {
            Follow(servers.Controls[control.Address], control.Address, "INBOX", control, isSpam: false, state);
            if (control.SpamFolder is { } spam) Follow(servers.Controls[control.Address], control.Address, spam, control, isSpam: true, state);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_work);
        _stop.Dispose();
    }

    private void Follow(MailServerOptions server, string address, string folder, ControlMailbox? control, bool isSpam, RadarState state)
    {
        var name = $"{address} {folder}";
        var after = state.Read.TryGetValue(name, out var place) ? new MailboxPosition(place.Validity, place.Uid) : null;
        var since = state.Made.At;


        // A connection lives by the machine's clock, whichever clock the run follows.
        _work.Add(FollowAsync(new ImapReader(server, TimeProvider.System, logs.CreateLogger<ImapReader>()), name, folder, after, since, control, isSpam));
    }

    private async Task FollowAsync(ImapReader reader, string name, string folder, MailboxPosition? after, DateTimeOffset since, ControlMailbox? control, bool isSpam)
    {
        try
        {
            await foreach (var letter in reader.FollowAsync(folder, after, since, _stop.Token))
                await _letters.Writer.WriteAsync(new(name, control, isSpam, isRehearsal ? letter with { Arrived = null } : letter, time.GetUtcNow()), _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            _letters.Writer.TryComplete();
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // A mailbox that cannot be read makes the whole run blind: whoever waits for letters learns it.
            _letters.Writer.TryComplete(new RadarException($"The mailbox {name} cannot be read: {failed.Message}"));
        }
    }
}

/// <summary>How the mail servers of a run are reached.</summary>
/// <param name="Smtp">The way out.</param>
/// <param name="Imap">The auditor's own mailbox.</param>
/// <param name="Controls">Control mailboxes by address.</param>
public sealed record RadarServers(MailServerOptions Smtp, MailServerOptions Imap, IReadOnlyDictionary<string, MailServerOptions> Controls);
