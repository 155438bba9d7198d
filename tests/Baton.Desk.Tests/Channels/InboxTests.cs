using Baton.Journal;
using Baton.Mail;
using MimeKit;

namespace Baton.Desk.Tests;

/// <summary>Letters through a real Postfix and Dovecot.</summary>
public sealed class InboxTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_opens_a_conversation_the_agent_answers_it_and_the_answer_continues_it()
    {
        await using var desk = await MailDesk.StartAsync();
        await desk.WritesAsync(MailDesk.Ada, "Order SO-10042", "Where is it?\n\n-- \nAda Okafor");
        var answer = await desk.LetterOfAsync(MailDesk.Ada, _ => true);

        Assert.Equal("Re: Order SO-10042", answer.Subject);
        Assert.StartsWith("You wrote: Order SO-10042\n\nWhere is it?", answer.Text, StringComparison.Ordinal);
        Assert.Contains("AI assistant", answer.Text, StringComparison.Ordinal);
        Assert.Equal("auto-replied", answer.Header("Auto-Submitted"));

        // This program keeps no references: the reply address alone leads back.
        var second = MailDesk.Compose(MailDesk.Ada, "something else", "And when does it come?\n\nOn Monday Shop wrote:\n> You wrote: Where is it?", answer);
        second.InReplyTo = null;
        second.References.Clear();
        await desk.SendAsync(second);
        var next = await desk.LetterOfAsync(MailDesk.Ada, letter => letter.Text.StartsWith("You wrote: And when", StringComparison.Ordinal));

        var opened = await desk.EventAsync(logged => logged.Event is ConversationOpened);
        var events = await desk.Host.EventsAsync(opened.Conversation);
        Assert.Equal(("email", "Ada Okafor"), (((ConversationOpened)opened.Event).Channel, ((ConversationOpened)opened.Event).Customer.Name));
        Assert.Equal("And when does it come?", events.OfType<CustomerWrote>().Last().Text);
        var letters = events.OfType<LetterArrived>().ToList();
        Assert.Contains("> You wrote: Where is it?", letters[1].Quoted, StringComparison.Ordinal);
        Assert.Contains("Ada Okafor", letters[0].Signature, StringComparison.Ordinal);
        Assert.Equal(next.MessageId, events.OfType<LetterQueued>().Last().Envelope.MessageId);
    }

    [Fact]
    public async Task A_thread_over_three_days_survives_an_absence_a_bounce_and_a_restart()
    {
        await using var desk = await MailDesk.StartAsync(("Mail:Mailboxes:0:Acknowledges", "true"), ("Desk:Deadlines:CustomerSilentByLetter", "10.00:00:00"));
        desk.Host.Agent.Answers = (_, _, _) => Task.FromResult(new AgentTurn([], new(EscalationKind.Policy, "A person must decide this.")));
        await desk.WritesAsync(MailDesk.Ada, "Broken lamp", "The lamp came in pieces. What now?");
        var promise = await desk.LetterOfAsync(MailDesk.Ada, letter => letter.Text.Contains("at the latest", StringComparison.Ordinal));
        Assert.Contains("answers you by e-mail", promise.Text, StringComparison.Ordinal);
        var escalated = await desk.EventAsync(logged => logged.Event is Escalated);
        var conversation = escalated.Conversation;
        var promised = (CustomerNotified)(await desk.EventAsync(logged => logged.Event is CustomerNotified { By: not null })).Event;
        Assert.InRange(promised.By!.Value, DeskHost.Start + TimeSpan.FromDays(1), DeskHost.Start + TimeSpan.FromDays(1.1));

        // The first day passes; the promise stands through a restart, and is kept in the end by telling that it is not.
        await desk.Host.RestartAsync();
        desk.Host.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(10));
        await desk.LetterOfAsync(MailDesk.Ada, letter => letter.Text.Contains("takes longer", StringComparison.Ordinal));

        var reply = await desk.Host.Conversations.ReplyAsync(
            conversation, Wanda, new("r1", "I am sorry. A new lamp is on its way and arrives on Friday.", []) { Letter = new(null, [new("", "nobody@probe.example")]) }, Cancel);
        Assert.Null(reply.Refusal);
        var answer = await desk.LetterOfAsync(MailDesk.Ada, letter => letter.Text.StartsWith("I am sorry", StringComparison.Ordinal));
        Assert.Null(answer.Header("Auto-Submitted"));
        Assert.Equal("nobody@probe.example", Assert.Single(answer.Cc).Address);

        // Postfix itself sends the copy back; the report is attached to the letter that bounced.
        var bounced = (LetterTracked)(await desk.EventAsync(logged => logged.Event is LetterTracked { State: LetterStates.Bounced })).Event;
        Assert.Equal((answer.MessageId, "nobody@probe.example"), (bounced.MessageId, bounced.Recipient));
        Assert.DoesNotContain(await desk.Host.EventsAsync(conversation), e => e is SignalRaised { Code: "letter-not-delivered" });

        await desk.Host.Conversations.CloseAsync(conversation, Wanda, "resolved", Cancel);
        desk.Host.Time.Advance(TimeSpan.FromDays(1));
        var closed = Assert.IsType<ConversationClosed>((await desk.Host.EventsAsync(conversation)).Last(e => e is not (CustomerNotified or EffortMeasured)));
        Assert.Equal("resolved", closed.Outcome);
        var away = MailDesk.Compose(MailDesk.Ada, "Out of office: Re: Broken lamp", "I am out of the office until Monday and will read your mail then.", answer);
        away.Headers.Add("Auto-Submitted", "auto-replied");
        await desk.SendAsync(away, hasNullPath: true);
        var noted = await desk.EventAsync(logged => logged.Event is LetterArrived { Kind: "out-of-office" });
        Assert.Equal((conversation, 0), (noted.Conversation, ((LetterArrived)noted.Event).MessageVersion));

        var events = await desk.Host.EventsAsync(conversation);
        Assert.Empty(events.OfType<ConversationReopened>());
        Assert.Single(events.OfType<CustomerWrote>());

        // The third day: the customer writes again and it goes on.
        desk.Host.Time.Advance(TimeSpan.FromDays(1));
        await desk.WritesAsync(MailDesk.Ada, "Re: Broken lamp", "It arrived, and it is the wrong colour.", answer);
        var reopened = await desk.EventAsync(logged => logged.Event is CustomerWrote { Text: "It arrived, and it is the wrong colour." });
        Assert.Equal(conversation, reopened.Conversation);
        Assert.Single((await desk.Host.EventsAsync(conversation)).OfType<ConversationReopened>());
    }

    [Fact]
    public async Task A_responder_that_hides_what_it_is_gets_few_answers_and_then_a_person_in_one_conversation()
    {
        await using var desk = await MailDesk.StartAsync(("Mail:AutomaticAnswersPerDay", "3"), ("Mail:Mailboxes:0:Acknowledges", "true"));
        var answered = 0;
        await desk.WritesAsync(MailDesk.Bob, "Question 0", "What about my order?");
        await foreach (var letter in desk.LettersOfAsync(MailDesk.Bob))
        {
            answered++;
            // No mark, no reference, a new subject and a new text every time, to the plain address.
            await desk.WritesAsync(MailDesk.Bob, $"Question {answered}", $"What about my order number {answered}?");
            if (answered == 3) break;
        }

        var escalated = await desk.EventAsync(logged => logged.Event is Escalated);
        Assert.Contains("as many automatic answers", ((Escalated)escalated.Event).Reason, StringComparison.Ordinal);
        await desk.WritesAsync(MailDesk.Bob, "Question 4", "What about my order number 4?");
        await desk.WritesAsync(MailDesk.Bob, "Question 5", "What about my order number 5?");
        var last = await desk.EventAsync(logged => logged.Event is CustomerWrote { Text: var text } && text.EndsWith("number 5?", StringComparison.Ordinal));
        Assert.Equal(escalated.Conversation, last.Conversation);
        Assert.Equal(3, (await desk.Host.Journal.ReadAllAsync(0, 1_000, Cancel)).Count(logged => logged.Event is LetterQueued));
    }

    [Fact]
    public async Task A_mailbox_that_is_read_again_from_the_start_changes_nothing()
    {
        await using var desk = await MailDesk.StartAsync();
        await desk.WritesAsync(MailDesk.Ada, "First", "One of two.");
        await desk.WritesAsync(MailDesk.Ada, "Second", "Two of two.");
        await desk.EventAsync(logged => logged.Event is LetterTracked { State: LetterStates.Sent } && logged.Version > 3);
        await desk.EventAsync(logged => logged.Event is CustomerWrote { Text: var text } && text.EndsWith("Two of two.", StringComparison.Ordinal));
        await desk.Host.Get<IKeptValues>().PutAsync("mailbox-positions", "support", "1:0", Cancel); // as if the server had numbered its folder afresh
        await desk.Host.RestartAsync();
        await desk.WritesAsync(MailDesk.Ada, "Third", "And one more.");
        await desk.EventAsync(logged => logged.Event is CustomerWrote { Text: var text } && text.EndsWith("And one more.", StringComparison.Ordinal));
        Assert.Equal(3, (await desk.Host.Journal.ReadAllAsync(0, 1_000, Cancel)).Count(logged => logged.Event is CustomerWrote));
    }

    [Fact]
    public async Task What_a_program_writes_opens_nothing_and_is_kept_for_people_to_see()
    {
        await using var desk = await MailDesk.StartAsync();
        var newsletter = MailDesk.Compose(MailDesk.Bob, "Automatic reply: hello", "Thank you for your message. This is an automatic reply; we received your request and will answer within two days.");
        newsletter.Headers.Add("Auto-Submitted", "auto-replied");
        await desk.SendAsync(newsletter, hasNullPath: true);
        await desk.WritesAsync(MailDesk.Ada, "A person", "Do you sell lamps?");
        await desk.EventAsync(logged => logged.Event is CustomerWrote);
        Assert.Equal("Automatic reply: hello", Assert.Single(await desk.Host.Get<ILetterDesk>().ListUnplacedAsync(Cancel)).Subject);
        Assert.Single(await desk.Host.Journal.ReadAllAsync(0, 1_000, Cancel), logged => logged.Event is ConversationOpened);
    }

    [Fact]
    public async Task Files_are_kept_within_limits_and_hostile_html_is_kept_harmless()
    {
        await using var desk = await MailDesk.StartAsync();
        var body = new BodyBuilder
        {
            TextBody = "See the pictures.",
            HtmlBody = """<p onclick="steal()">See the <b>pictures</b>.</p><script>steal()</script><img src="https://spy.example/open.gif"><img src="cid:pixel"><form action="https://evil.example"><input name=password></form><iframe src="https://evil.example"></iframe><a href="javascript:steal()">x</a>""",
        };
        byte[] png = [0x89, .. "PNG\r\n\x1a\n rest"u8];
        body.LinkedResources.Add("pixel.png", png).ContentId = "pixel";
        body.Attachments.Add("../../etc/invoice.html", "<script>steal()</script>"u8.ToArray(), ContentType.Parse("text/html"));
        var letter = MailDesk.Compose(MailDesk.Ada, "Pictures", "");
        letter.Body = body.ToMessageBody();
        await desk.SendAsync(letter);

        var arrived = await desk.EventAsync(logged => logged.Event is LetterArrived);
        var kept = (LetterArrived)arrived.Event;
        var html = (await desk.Host.Get<IAttachmentStore>().GetAsync(arrived.Conversation, kept.Html!.Id, Cancel))!.Value.Content;
        var shown = System.Text.Encoding.UTF8.GetString(html);
        Assert.Contains("<b>pictures</b>", shown, StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64,", shown, StringComparison.Ordinal);
        foreach (var hostile in (string[])["script", "onclick", "spy.example", "evil.example", "javascript", "<form", "<iframe", "<input"]) Assert.DoesNotContain(hostile, shown, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, kept.BlockedPictures);
        var file = Assert.Single((await desk.Host.EventsAsync(arrived.Conversation)).OfType<CustomerWrote>().Single().Attachments);
        Assert.Equal("application/octet-stream", file.MediaType);
        Assert.DoesNotContain('/', file.Name);
    }
}
