using Microsoft.Extensions.Options;

namespace Baton.Desk.Tests;

public sealed class MailOptionsTests
{
    [Fact]
    public async Task Wrong_settings_stop_the_start_all_at_once_with_what_to_do_and_without_the_password()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => DeskHost.StartAsync(
            ("Mail:Secret", "short"),
            ("Mail:AutomaticAnswersPerDay", "0"),
            ("Mail:Mailboxes:0:Name", "support desk"),
            ("Mail:Mailboxes:0:Address", "support"),
            ("Mail:Mailboxes:0:Imap:User", "desk"),
            ("Mail:Mailboxes:0:Imap:Password", "open sesame"),
            ("Mail:Mailboxes:0:Imap:Host", "imap.shop.example"),
            ("Mail:Mailboxes:0:Imap:Security", "None"),
            ("Mail:Mailboxes:1:Name", "billing"),
            ("Mail:Mailboxes:1:Address", "billing@shop.example"),
            ("Mail:Mailboxes:2:Name", "billing"),
            ("Mail:Mailboxes:2:Address", "other@shop.example")));
        foreach (var key in (string[])["Mail:Secret", "Mail:AutomaticAnswersPerDay", "Mail:Mailboxes:0:Name", "Mail:Mailboxes:0:Address", "Mail:Mailboxes:0:Imap:Security", "Mail:Mailboxes:0:Smtp:Host", "the Name 'billing'"])
            Assert.Contains(key, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_opens_a_conversation_once_and_no_more_letters_than_a_day_allows_are_answered_by_a_program()
    {
        await using var desk = await MailDesk.StartAsync(("Mail:AutomaticAnswersPerDay", "2"));
        var letters = desk.Host.Get<ILetterDesk>();
        var cancel = TestContext.Current.CancellationToken;
        FilledForm Form(string id) => new(id, "Ada", MailDesk.Ada, "My lamp", $"It came in pieces, says {id}.", null, null);
        var first = await letters.SubmitAsync(Form("f-1"), cancel);
        Assert.Equal(first, await letters.SubmitAsync(Form("f-1"), cancel));
        var answer = await desk.LetterOfAsync(MailDesk.Ada, _ => true);
        Assert.Equal("Re: My lamp", answer.Subject);
        await letters.SubmitAsync(Form("f-2"), cancel);
        var third = await letters.SubmitAsync(Form("f-3"), cancel);
        var fourth = await letters.SubmitAsync(Form("f-4"), cancel);
        Assert.Equal(third.Conversation, fourth.Conversation);
        Assert.Contains(await desk.Host.EventsAsync(third.Conversation!.Value), e => e is Baton.Journal.Escalated);
        Assert.NotNull((await letters.SubmitAsync(Form("f-5") with { Address = "not an address" }, cancel)).Refusal);
        Assert.NotNull((await letters.SubmitAsync(Form("f-5") with { Mailbox = "nobody" }, cancel)).Refusal);
    }
}
