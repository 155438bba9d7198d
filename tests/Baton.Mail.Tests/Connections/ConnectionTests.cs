using Baton.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Mail.Tests;

/// <summary>Sending and fetching through a real Postfix and Dovecot.</summary>
public sealed class ConnectionTests(MailServersFixture fixture) : IClassFixture<MailServersFixture>
{
    private static readonly LetterAddress _ada = new("Ada Löwe", "ada@probe.example");

    [Fact]
    public async Task A_letter_arrives_with_its_thread_its_file_and_the_plus_of_its_address()
    {
        var result = await Sender().SendAsync(
            new OutgoingLetter(_ada, [new("", "bob+c17@probe.example")], "Grüße über\nzwei Zeilen", "Wann öffnen Sie?")
            {
                InReplyTo = "earlier@probe.example",
                References = ["first@probe.example"],
                Attachments = [new("plan.txt", "text/plain", "left, then right"u8.ToArray(), null)],
            },
            Stop);
        Assert.Equal(SendStatus.Accepted, result.Status);
        var letter = LetterReader.Read((await FirstAsync("bob", sent => sent.MessageId == result.MessageId)).Raw);
        Assert.Equal(_ada, Assert.Single(letter.From));
        Assert.Equal("Grüße über zwei Zeilen", letter.Subject);
        Assert.Equal("Wann öffnen Sie?", letter.Text);
        Assert.Equal(["first@probe.example", "earlier@probe.example"], letter.References);
        Assert.Contains("bob+c17@probe.example", letter.DeliveredTo.Concat(letter.To.Select(to => to.Address)));
        Assert.Equal("plan.txt", Assert.Single(letter.Attachments).Name);
        Assert.Equal(OutcomeKind.SubstantiveReply, Outcome.Of(letter).Kind);
    }

    [Fact]
    public async Task A_letter_to_nobody_comes_back_as_a_bounce_that_names_it()
    {
        var result = await Sender().SendAsync(new OutgoingLetter(_ada, [new("", "nobody@probe.example")], "Anyone?", "Hello"), Stop);
        Assert.Equal(SendStatus.Accepted, result.Status);
        var bounce = LetterReader.Read((await FirstAsync("ada", back => back.Original?.MessageId == result.MessageId)).Raw);
        var outcome = Outcome.Of(bounce);
        Assert.Equal((OutcomeKind.Bounced, FailureReason.MailboxUnknown), (outcome.Kind, outcome.Failure!.Reason));
        Assert.False(outcome.MayBeAnsweredAutomatically);
        var sent = new SentLetters([new SentLetter("p1", result.MessageId, ["nobody@probe.example"], "Anyone?", TimeProvider.System.GetUtcNow())]);
        Assert.Equal("p1", sent.Match(bounce)?.Sent.Key);
    }

    [Fact]
    public async Task A_report_of_delivery_comes_when_asked_for()
    {
        var result = await Sender().SendAsync(new OutgoingLetter(_ada, [new("", "bob@probe.example")], "Report, please", "Hello") { AsksForReports = true }, Stop);
        var report = LetterReader.Read((await FirstAsync("ada", back => back.DeliveryStatuses.Count > 0 && back.Original?.MessageId == result.MessageId)).Raw);
        Assert.Equal(OutcomeKind.Delivered, Outcome.Of(report).Kind);
    }

    [Fact]
    public async Task An_automatic_reply_never_brings_a_bounce_back()
    {
        var automatic = await Sender().SendAsync(new OutgoingLetter(_ada, [new("", "bob@probe.example")], "Got it", "We have received your message.") { IsAutomaticReply = true }, Stop);
        var letter = LetterReader.Read((await FirstAsync("bob", sent => sent.MessageId == automatic.MessageId)).Raw);
        Assert.Equal("", letter.ReturnPath);
        Assert.Equal(OutcomeKind.Acknowledgement, Outcome.Of(letter).Kind);
    }

    [Fact]
    public async Task A_letter_too_large_is_refused_with_the_servers_words()
    {
        var result = await Sender().SendAsync(new OutgoingLetter(_ada, [new("", "bob@probe.example")], "Big", new string('x', 1_500_000)), Stop);
        Assert.Equal(SendStatus.Refused, result.Status);
        Assert.StartsWith("552", result.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_goes_on_where_it_stopped_and_wakes_for_what_comes_in()
    {
        await SendAsync("desk", "one");
        await SendAsync("desk", "two");
        await using (var first = Reader("desk").FollowAsync("INBOX", null, Stop).GetAsyncEnumerator(Stop))
        {
            await first.MoveNextAsync();
            var handled = first.Current.Position;
            await using var second = Reader("desk").FollowAsync("INBOX", handled, Stop).GetAsyncEnumerator(Stop);
            await second.MoveNextAsync();
            Assert.Equal(handled.Uid + 1, second.Current.Position.Uid);

            // Nothing more is there: the reader idles until the third arrives, and goes on after its session was ended.
            var next = second.MoveNextAsync().AsTask();
            await SendAsync("desk", "three");
            Assert.True(await next);
            Assert.Equal("three", LetterReader.Read(second.Current.Raw).Subject);
            next = second.MoveNextAsync().AsTask();
            await fixture.Servers.DropImapSessionsAsync();
            await SendAsync("desk", "four");
            Assert.True(await next);
            Assert.Equal("four", LetterReader.Read(second.Current.Raw).Subject);
        }

        // A folder that the server has numbered anew is read from its start.
        await using var renumbered = Reader("desk").FollowAsync("INBOX", new MailboxPosition(1, 4_000_000), Stop).GetAsyncEnumerator(Stop);
        await renumbered.MoveNextAsync();
        Assert.Equal("one", LetterReader.Read(renumbered.Current.Raw).Subject);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_unless_named()
    {
        var strange = Imap("ada");
        strange.TrustedCertificate = null;
        var reader = new ImapReader(strange, TimeProvider.System, NullLogger<ImapReader>.Instance);
        await Assert.ThrowsAsync<MailKit.Security.SslHandshakeException>(async () => await reader.FollowAsync("INBOX", null, Stop).GetAsyncEnumerator(Stop).MoveNextAsync());
    }

    [Fact]
    public async Task A_wrong_password_ends_the_reading()
    {
        var wrong = Imap("ada");
        wrong.Password = "wrong";
        var reader = new ImapReader(wrong, TimeProvider.System, NullLogger<ImapReader>.Instance);
        await Assert.ThrowsAsync<MailKit.Security.AuthenticationException>(async () => await reader.FollowAsync("INBOX", null, Stop).GetAsyncEnumerator(Stop).MoveNextAsync());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task SendAsync(string mailbox, string subject) =>
        Assert.Equal(SendStatus.Accepted, (await Sender().SendAsync(new OutgoingLetter(_ada, [new("", mailbox + "@probe.example")], subject, "Hello"), Stop)).Status);

    private async Task<FetchedLetter> FirstAsync(string mailbox, Func<Letter, bool> wanted)
    {
        await foreach (var fetched in Reader(mailbox).FollowAsync("INBOX", null, Stop))
        {
            if (wanted(LetterReader.Read(fetched.Raw)))
                return fetched;
        }

        throw new InvalidOperationException("Reading ended.");
    }

    private SmtpSender Sender() => new(
        new MailServerOptions { Host = "127.0.0.1", Port = fixture.Servers.SmtpPort, Security = MailSecurity.StartTls, TrustedCertificate = fixture.Servers.Certificate }, TimeProvider.System, NullLogger<SmtpSender>.Instance);

    private ImapReader Reader(string mailbox) => new(Imap(mailbox), TimeProvider.System, NullLogger<ImapReader>.Instance);

    private MailServerOptions Imap(string mailbox) => new()
    {
        Host = "127.0.0.1",
        Port = fixture.Servers.ImapTlsPort,
        User = mailbox + "@probe.example",
        Password = MailServers.Password,
        TrustedCertificate = fixture.Servers.Certificate,
    };
}
