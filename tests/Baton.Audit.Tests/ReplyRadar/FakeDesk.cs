using System.Collections.Concurrent;
using Baton.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace Baton.Audit.Tests;

/// <summary>A letter that the organisation is going to send.</summary>
/// <param name="After">How long after the letter it answers.</param>
/// <param name="Make">Makes it, from the letter it answers.</param>
internal sealed record DeskAnswer(TimeSpan After, Func<Letter, string, MimeMessage> Make)
{
    /// <summary>Sent from the null path, as reports and automatic answers are.</summary>
    public bool HasNullPath { get; init; }
}

/// <summary>
/// The people and programs behind an organisation's addresses: they read a real mailbox and answer through a real mail server, each as it
/// was told, by the test's clock. They remember what they were sent.
/// </summary>
internal sealed class FakeDesk : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly int _smtpPort;
    private readonly Func<string, Letter, IEnumerable<DeskAnswer>> _behaviour;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(DateTimeOffset Due, Letter Letter, string Route, DeskAnswer Answer)> _new = new();
    private readonly List<(DateTimeOffset Due, Letter Letter, string Route, DeskAnswer Answer)> _planned = [];
    private readonly Task _reading;
    private int _handled;

    /// <param name="mailbox">Its mailbox.</param>
    /// <param name="smtpPort">The server it sends by.</param>
    /// <param name="behaviour">What an address answers to a letter.</param>
    /// <param name="time">The test's clock.</param>
    public FakeDesk(MailServerOptions mailbox, int smtpPort, Func<string, Letter, IEnumerable<DeskAnswer>> behaviour, TimeProvider time)
    {
        (_smtpPort, _behaviour, _time) = (smtpPort, behaviour, time);
        _reading = ReadAsync(new ImapReader(mailbox, TimeProvider.System, NullLogger<ImapReader>.Instance));
    }

    /// <summary>Letters read and planned for.</summary>
    public int Handled => Volatile.Read(ref _handled);

    /// <summary>What came, with when and to which address.</summary>
    public ConcurrentQueue<(DateTimeOffset At, string Route, Letter Letter)> Received { get; } = new();

    /// <summary>When the next letter is to be sent; null when none is.</summary>
    public DateTimeOffset? Next()
    {
        while (_new.TryDequeue(out var planned)) _planned.Add(planned);
        return _planned.Count == 0 ? null : _planned.Min(one => one.Due);
    }

    /// <summary>Sends what is due.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        Next();
        foreach (var due in _planned.Where(one => one.Due <= _time.GetUtcNow()).OrderBy(one => one.Due).ToList())
        {
            _planned.Remove(due);
            using var message = due.Answer.Make(due.Letter, due.Route);
            message.Date = _time.GetUtcNow();
            using var client = new SmtpClient();
            await client.ConnectAsync("127.0.0.1", _smtpPort, SecureSocketOptions.None, cancellationToken);
            var sender = due.Answer.HasNullPath ? new MailboxAddress("", "") : message.From.Mailboxes.First();
            await client.SendAsync(message, sender, message.To.Mailboxes, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _stop.Dispose();
    }

    private async Task ReadAsync(ImapReader reader)
    {
        try
        {
            await foreach (var fetched in reader.FollowAsync("INBOX", null, _stop.Token))
            {
                var letter = LetterReader.Read(fetched.Raw);
                var route = letter.To[0].Address;
                Received.Enqueue((_time.GetUtcNow(), route, letter));
                foreach (var answer in _behaviour(route, letter)) _new.Enqueue((_time.GetUtcNow() + answer.After, letter, route, answer));
                Interlocked.Increment(ref _handled);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
    }
}
