using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>Abuse is folded, warned of and ended with a lead's word, and all of it is in the log.</summary>
public sealed class ConductTests
{
    private static readonly ActingWorker Wanda = new(new("wanda"), "Wanda");
    private static readonly ActingLead Lena = new(new(new("lena"), "Lena"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_abusive_message_is_marked_in_the_append_it_comes_with_and_its_words_are_not_on_the_wall()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await HeldAsync(desk);
        var written = await desk.CustomerWritesAsync(id, "You are a fucking idiot, Wanda");
        var log = await desk.Journal.ReadAsync(id, 0, Cancel);
        var mark = Assert.Single(log, logged => logged.Event is MessageShielded);
        Assert.Equal((written.Version, "insult"), (((MessageShielded)mark.Event).MessageVersion, ((MessageShielded)mark.Event).Kind));
        Assert.Equal(log.Single(logged => logged.Version == written.Version).At, mark.At);
        await desk.Get<Wall>().WaitForAsync(await desk.Journal.GetHeadAsync(Cancel), Cancel);
        Assert.DoesNotContain("idiot", desk.Get<IWall>().Find(id)!.Snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anger_is_not_marked_and_gives_no_ground_for_a_warning()
    {
        await using var desk = await DeskHost.StartAsync();
        var id = await HeldAsync(desk);
        await desk.CustomerWritesAsync(id, "This is fucking ridiculous! I am furious!");
        Assert.DoesNotContain(await desk.EventsAsync(id), happened => happened is MessageShielded);
        Assert.Equal(RefusalCode.Conflict, (await desk.Get<IProtection>().WarnAsync(id, Wanda, Cancel)).Refusal?.Code);
    }

    [Fact]
    public async Task A_contact_ends_only_after_a_warning_that_did_not_help_and_with_another_leads_word()
    {
        await using var desk = await DeskHost.StartAsync();
        var (id, protection) = (await HeldAsync(desk), desk.Get<IProtection>());
        await desk.CustomerWritesAsync(id, "you lazy bastard");
        Assert.Equal(RefusalCode.Conflict, (await protection.AskToEndAsync(id, Wanda, Cancel)).Refusal?.Code);
        Assert.Null((await protection.WarnAsync(id, Wanda, Cancel)).Refusal);
        Assert.True((await protection.WarnAsync(id, Wanda, Cancel)).IsRepeat);
        Assert.Equal(RefusalCode.Conflict, (await protection.AskToEndAsync(id, Wanda, Cancel)).Refusal?.Code);
        await desk.CustomerWritesAsync(id, "fuck you and your warning");
        await desk.RestartAsync();
        protection = desk.Get<IProtection>();
        Assert.Null((await protection.AskToEndAsync(id, Wanda, Cancel)).Refusal);

        Assert.Equal(RefusalCode.Conflict, (await protection.DecideEndAsync(id, new(Wanda), true, Cancel)).Refusal?.Code);
        Assert.Null((await protection.DecideEndAsync(id, Lena, true, Cancel)).Refusal);
        var events = await desk.EventsAsync(id);
        Assert.Contains(events, happened => happened is CustomerNotified { Kind: NoticeKinds.ConductWarning });
        Assert.Contains(events, happened => happened is ContactEndDecided { IsEnded: true, LeadName: "Lena" } decided && decided.AskedBy == Wanda.Id);
        Assert.IsType<ConversationClosed>(events.Last(happened => happened is not EffortMeasured));
        Assert.Contains(events, happened => happened is CustomerNotified { Kind: NoticeKinds.ContactEnded });

        // The way to a person stays open.
        Assert.Null((await desk.Conversations.AskForPersonAsync(id, Cancel)).Refusal);
        Assert.Contains(await desk.EventsAsync(id), happened => happened is Escalated { Kind: EscalationKind.Requested });
    }

    [Fact]
    public async Task At_a_threat_a_lead_can_be_asked_at_once_and_can_let_it_go_on()
    {
        await using var desk = await DeskHost.StartAsync();
        var (id, protection) = (await HeldAsync(desk), desk.Get<IProtection>());
        await desk.CustomerWritesAsync(id, "I know where you live");
        Assert.Null((await protection.AskToEndAsync(id, Wanda, Cancel)).Refusal);
        Assert.Null((await protection.DecideEndAsync(id, Lena, false, Cancel)).Refusal);
        Assert.DoesNotContain(await desk.EventsAsync(id), happened => happened is ConversationClosed);
        Assert.Equal(RefusalCode.Conflict, (await protection.DecideEndAsync(id, Lena, true, Cancel)).Refusal?.Code);
    }

    [Fact]
    public async Task A_message_that_a_worker_calls_harmless_counts_no_more()
    {
        await using var desk = await DeskHost.StartAsync();
        var (id, protection) = (await HeldAsync(desk), desk.Get<IProtection>());
        var written = await desk.CustomerWritesAsync(id, "you idiot");
        Assert.Null((await protection.LiftShieldAsync(id, Wanda, written.Version, Cancel)).Refusal);
        Assert.Contains(await desk.EventsAsync(id), happened => happened is ShieldLifted { WorkerName: "Wanda" });
        Assert.Equal(RefusalCode.Conflict, (await protection.WarnAsync(id, Wanda, Cancel)).Refusal?.Code);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("zh")]
    public void What_the_customer_is_told_is_in_the_customers_language(string locale)
    {
        var (notices, english) = (new Notices(), new Notices());
        string[] told = [notices.ConductWarning(locale).Text, notices.ContactEnded(locale).Text, notices.ColleagueHere(locale, "Lena").Text, notices.ColleagueLeft(locale, "Lena", "Wanda").Text];
        Assert.Equal(told.Length, told.Distinct().Count());
        Assert.All(told, text => Assert.DoesNotContain("{", text, StringComparison.Ordinal));
        Assert.Contains("Wanda", told[3], StringComparison.Ordinal);
        if (locale != "en") Assert.NotEqual(english.ConductWarning("en").Text, told[0]);
    }

    internal static async Task<ConversationId> HeldAsync(DeskHost desk)
    {
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "hello");
        Assert.Null((await desk.Conversations.TakeOverAsync(id, Wanda, Cancel)).Refusal);
        return id;
    }
}
