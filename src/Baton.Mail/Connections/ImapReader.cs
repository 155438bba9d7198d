using System.Runtime.CompilerServices;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Logging;

namespace Baton.Mail;

/// <summary>Reads a mailbox from a given place on and then as letters come in (IMAP IDLE, or by looking again where a server lacks it).</summary>
/// <param name="options">The server; checked when reading starts.</param>
/// <param name="time">The clock of pauses and renewals.</param>
/// <param name="log">Where lost connections are told.</param>
public sealed partial class ImapReader(MailServerOptions options, TimeProvider time, ILogger<ImapReader> log)
{
    /// <summary>Servers may end an idle connection after half an hour (RFC 2177); many routers do far earlier.</summary>
    private static readonly TimeSpan _idleAtMost = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan _lookAgain = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Letters in the order in which they arrived, without end, until cancelled. A lost connection is made anew, with growing pauses. Each letter
    /// comes at least once: keep its <see cref="FetchedLetter.Position"/> when it is handled and give the last one back after a restart.
    /// </summary>
    /// <param name="folder">The folder, e.g. <c>INBOX</c>.</param>
    /// <param name="after">The last letter handled; null reads all that is there. If the server has renumbered its folder since, everything is read again.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">The options are wrong; the message says all that is.</exception>
    /// <exception cref="MailKit.Security.AuthenticationException">The server refuses the user or password.</exception>
    /// <exception cref="MailKit.Security.SslHandshakeException">The server's certificate is not trusted.</exception>
    public IAsyncEnumerable<FetchedLetter> FollowAsync(string folder, MailboxPosition? after, CancellationToken cancellationToken) => FollowAsync(folder, after, null, cancellationToken);

    /// <summary>As above, passing over letters that the mailbox received before a day: a full mailbox need not be read from its beginning.</summary>
    /// <param name="folder">The folder, e.g. <c>INBOX</c>.</param>
    /// <param name="after">The last letter handled; null reads all that is there.</param>
    /// <param name="since">Letters received a day before this or later are read; null reads all. Servers compare days, each by its own clock.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<FetchedLetter> FollowAsync(string folder, MailboxPosition? after, DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.Mistakes("Mail:Imap") is { Count: > 0 } mistakes)
            throw new InvalidOperationException(string.Join(' ', mistakes));
        var position = after;
        var failures = 0;
        while (true)
        {
            using var client = new ImapClient();
            await using var letters = SessionAsync(client, folder, position, since, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await letters.MoveNextAsync())
                        break;
                }
                catch (Exception lost) when (Connecting.IsPassing(lost))
                {
                    failures++;
                    LostConnection(options.Host, failures, lost.Message);
                    break;
                }

                failures = 0;
                position = letters.Current.Position;
                yield return letters.Current;
            }

            await Task.Delay(Connecting.Pause(Math.Max(1, failures)), time, cancellationToken);
        }
    }

    private async IAsyncEnumerable<FetchedLetter> SessionAsync(ImapClient client, string name, MailboxPosition? after, DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Connecting.ConnectAsync(client, options, cancellationToken);
        var folder = name.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox! : await client.GetFolderAsync(name, cancellationToken);
        await folder.OpenAsync(FolderAccess.ReadOnly, cancellationToken);
        var last = after is { } known && known.Validity == folder.UidValidity ? known.Uid : 0;
        while (true)
        {
            // Listening begins before looking: what comes in between must wake us too.
            using var changed = new CancellationTokenSource();
            void Wake(object? sender, EventArgs change) => changed.Cancel();
            folder.CountChanged += Wake;
            try
            {
                var found = await folder.SearchAsync(Wanted(folder, last, since), cancellationToken);

                // "n:*" always names the last letter, be it before n.
                foreach (var uid in found.Where(uid => uid.Id > last).OrderBy(uid => uid.Id))
                {
                    if (await FetchAsync(folder, uid, cancellationToken) is { } letter)
                        yield return letter;
                    last = uid.Id;
                }

                await WaitAsync(client, changed.Token, cancellationToken);
            }
            finally
            {
                folder.CountChanged -= Wake;
            }
        }
    }

    private static SearchQuery Wanted(IMailFolder folder, uint last, DateTimeOffset? since)
    {
        SearchQuery newer = SearchQuery.Uids(new UniqueIdRange(folder.UidValidity, last + 1, uint.MaxValue));
        return since is { } day ? newer.And(SearchQuery.DeliveredAfter(day.UtcDateTime.Date.AddDays(-1))) : newer;
    }

    private static async Task<FetchedLetter?> FetchAsync(IMailFolder folder, UniqueId uid, CancellationToken cancellationToken)
    {
        try
        {
            var arrived = await folder.FetchAsync([uid], MessageSummaryItems.InternalDate | MessageSummaryItems.UniqueId, cancellationToken);
            await using var stream = await folder.GetStreamAsync(uid, "", cancellationToken);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken);
            return new FetchedLetter(new MailboxPosition(folder.UidValidity, uid.Id), bytes.ToArray(), arrived is [{ InternalDate: { } date }, ..] ? date : null);
        }
        catch (MessageNotFoundException)
        {
            // Somebody deleted it between our looking and our fetching.
            return null;
        }
    }

    /// <summary>Returns when the folder changed, or when it is time to show the server that we are still here.</summary>
    private async Task WaitAsync(ImapClient client, CancellationToken changed, CancellationToken cancellationToken)
    {
        if (changed.IsCancellationRequested)
            return;
        var idles = client.Capabilities.HasFlag(ImapCapabilities.Idle);
        using var limit = new CancellationTokenSource(idles ? _idleAtMost : _lookAgain, time);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, changed);
        if (idles)
        {
            await client.IdleAsync(done.Token, cancellationToken);
            return;
        }

        await Task.Delay(_lookAgain, time, cancellationToken);
        await client.NoOpAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The connection to {Host} was lost ({Failures} in a row): {Reason}")]
    private partial void LostConnection(string host, int failures, string reason);
}

/// <summary>A place in a mailbox (RFC 3501). Places are in order while <paramref name="Validity"/> is the same.</summary>
/// <param name="Validity">The server's number for this numbering of the folder.</param>
/// <param name="Uid">The letter's number in it.</param>
public sealed record MailboxPosition(uint Validity, uint Uid);

/// <summary>A letter as it was fetched.</summary>
/// <param name="Position">Where it lies.</param>
/// <param name="Raw">Its bytes, for <see cref="LetterReader.Read(ReadOnlyMemory{byte})"/>.</param>
/// <param name="Arrived">When the mailbox received it; null when the server does not say.</param>
public sealed record FetchedLetter(MailboxPosition Position, ReadOnlyMemory<byte> Raw, DateTimeOffset? Arrived);
