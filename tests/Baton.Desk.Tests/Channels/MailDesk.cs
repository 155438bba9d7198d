using Baton.Journal;
using Baton.Mail;
using Baton.Testing;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace Baton.Desk.Tests;

/// <summary>A desk that serves the mailbox <c>desk</c> of a real Postfix and Dovecot, and the customers Ada and Bob who have theirs there.</summary>
internal sealed class MailDesk : IAsyncDisposable
{
    public const string Address = $"desk@{MailServers.Domain}";
    public const string Ada = $"ada@{MailServers.Domain}";
    public const string Bob = $"bob@{MailServers.Domain}";

    private readonly MailServers _servers;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _flow;

    private MailDesk(MailServers servers, DeskHost host)
    {
        _servers = servers;
        Host = host;
        _flow = FlowAsync();
    }

    public DeskHost Host { get; }

    public MailServers Servers => _servers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<MailDesk> StartAsync(params (string Key, string Value)[] settings)
    {
        Assert.SkipUnless(MailServers.Missing is null, MailServers.Missing ?? "");
        var servers = await MailServers.StartAsync(Cancel);
        (string Key, string Value)[] usual =
        [
            ("Mail:Secret", "a secret of the tests alone"),
            ("Mail:Mailboxes:0:Name", "support"),
            ("Mail:Mailboxes:0:Address", Address),
            ("Mail:Mailboxes:0:DisplayName", "Shop support"),
            ("Mail:Mailboxes:0:ReadsEarlierLetters", "true"),
            ("Mail:Mailboxes:0:Imap:Host", "127.0.0.1"),
            ("Mail:Mailboxes:0:Imap:Port", $"{servers.ImapPort}"),
            ("Mail:Mailboxes:0:Imap:Security", "None"),
            ("Mail:Mailboxes:0:Imap:User", Address),
            ("Mail:Mailboxes:0:Imap:Password", MailServers.Password),
            ("Mail:Mailboxes:0:Smtp:Host", "127.0.0.1"),
            ("Mail:Mailboxes:0:Smtp:Port", $"{servers.SmtpPort}"),
            ("Mail:Mailboxes:0:Smtp:Security", "None"),
        ];
        var host = await DeskHost.StartAsync([.. usual.Where(own => settings.All(other => other.Key != own.Key)), .. settings]);
        return new(servers, host);
    }

    /// <summary>Hands a letter over as it is, as anybody's mail program or responder would.</summary>
    public async Task SendAsync(MimeMessage letter, bool hasNullPath = false)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", _servers.SmtpPort, MailKit.Security.SecureSocketOptions.None, Cancel);
        var sender = hasNullPath ? new MailboxAddress("", "") : letter.From.Mailboxes.First();
        await client.SendAsync(letter, sender, letter.To.Mailboxes.Concat(letter.Cc.Mailboxes), Cancel);
        await client.DisconnectAsync(true, Cancel);
    }

    public async Task<MimeMessage> WritesAsync(string from, string subject, string text, Letter? answers = null)
    {
        var letter = Compose(from, subject, text, answers);
        await SendAsync(letter);
        return letter;
    }

    public static MimeMessage Compose(string from, string subject, string text, Letter? answers = null)
    {
        var letter = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        letter.From.Add(new MailboxAddress(from == Ada ? "Ada Okafor" : "Bob", from));
        letter.To.Add(MailboxAddress.Parse(answers is null ? Address : (answers.ReplyTo is [var reply, ..] ? reply : answers.From[0]).Address));
        if (answers?.MessageId is { } id)
        {
            letter.InReplyTo = id;
            letter.References.AddRange([.. answers.References, id]);
        }

        return letter;
    }

    /// <summary>The letters that come to a customer, the earliest first, without end.</summary>
    public async IAsyncEnumerable<Letter> LettersOfAsync(string customer)
    {
        var options = new MailServerOptions { Host = "127.0.0.1", Port = _servers.ImapPort, Security = MailSecurity.None, User = customer, Password = MailServers.Password };
        await foreach (var fetched in new ImapReader(options, TimeProvider.System, NullLogger<ImapReader>.Instance).FollowAsync("INBOX", null, Cancel))
            yield return LetterReader.Read(fetched.Raw);
    }

    /// <summary>The first letter that comes to a customer and fits.</summary>
    public async Task<Letter> LetterOfAsync(string customer, Func<Letter, bool> fits) => await LettersOfAsync(customer).FirstAsync(fits, Cancel);

    /// <summary>The first event of the whole log that fits, with its conversation.</summary>
    public async Task<LoggedEvent> EventAsync(Func<LoggedEvent, bool> fits)
    {
        var position = 0L;
        while (true)
        {
            foreach (var logged in await Host.Journal.ReadAllAsync(position, 1_000, Cancel))
            {
                if (fits(logged)) return logged;
                position = logged.Position;
            }

            await Host.Journal.WaitForGrowthAsync(position, Cancel);
        }
    }

    /// <summary>
    /// A desk's time that only jumps would leave whoever pauses for a second pausing for ever: between the jumps it flows, some seconds for one.
    /// </summary>
    private async Task FlowAsync()
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        while (!_ended.IsCancellationRequested && await beat.WaitForNextTickAsync(CancellationToken.None)) Host.Time.Advance(TimeSpan.FromSeconds(1));
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _flow;
        _ended.Dispose();
        await Host.DisposeAsync();
        await _servers.DisposeAsync();
    }
}
