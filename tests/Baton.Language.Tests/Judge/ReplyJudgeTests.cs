namespace Baton.Language.Tests;

public sealed class ReplyJudgeTests
{
    private static readonly ReplyInContext _asked = new()
    {
        Text = "",
        Question = "Hi, my washing machine order 55120 should have come on Tuesday. Where is it and can I still get the old one taken away?",
        Facts = ["order 55120: shipped 2026-11-18, carrier DHL, tracking JD014600, expected 2026-11-27; old appliance pickup available for 15 EUR"],
    };

    [Fact]
    public void A_reply_that_answers_from_the_facts_is_sound_however_it_writes_them()
    {
        var verdict = Judge("Your order left on 18 November with DHL (JD014600) and is expected on Friday the 27th. Yes, we can take the old one away for €15; shall I add that?");

        Assert.Empty(verdict.Faults);
        Assert.All(verdict.Claims, claim => Assert.True(claim.Support >= ClaimSupport.Derived));
    }

    [Fact]
    public void A_reply_of_nothing_but_comfort_only_reassures_and_the_words_are_shown()
    {
        const string text = "We understand your frustration and appreciate your patience. Your satisfaction is important to us.";

        var advances = Judge(text)[ReplyAspect.Advances];

        Assert.True(advances.IsFault);
        Assert.Contains(advances.Evidence, evidence => evidence.Place == EvidencePlace.Reply && text.Substring(evidence.Start, evidence.Length).Contains("understand", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_reply_answers_nothing() => Assert.Equal(ReplyQuality.Faulty, Judge(" ").Quality);

    [Theory]
    [InlineData("It costs 49 euros.", "49")]
    [InlineData("Your number is JD999999.", "JD999999")]
    [InlineData("It comes on 3 December.", "3 December")]
    [InlineData("Er kommt am 03.12.2026.", "03.12.2026")]
    [InlineData("预计2027年11月27日送达。", "2027年11月27")]
    [InlineData("It comes on 27 November 2027.", "27 November 2027")]
    public void A_value_that_nothing_says_is_found(string text, string value) =>
        Assert.Equal(value, Assert.Single(ReplyClaims.Unsupported(_asked with { Text = text })).Text);

    [Theory]
    [InlineData("It comes on 27 November, for 15 euros.")]
    [InlineData("Sie kommt am 27.11. und kostet 15,00 €.")]
    [InlineData("Llega el 27 de noviembre.")]
    [InlineData("Elle arrive le 27 novembre.")]
    [InlineData("预计11月27日送达，订单55120。")]
    [InlineData("预计2026年11月27日送达。")]
    [InlineData("预计 2026 年 11 月 27 日送达。")]
    [InlineData("It comes on November 27, 2026.")]
    [InlineData("Llega el 27 de noviembre de 2026.")]
    [InlineData("It comes in 2026.")]
    public void A_value_in_another_form_or_language_is_the_same_value(string text) =>
        Assert.Empty(ReplyClaims.Unsupported(_asked with { Text = text }));

    [Theory]
    [InlineData("I've cancelled your order and refunded the 499 euros.", "I've cancelled")]
    [InlineData("Your order has been cancelled.", "has been cancelled")]
    [InlineData("Ich habe Ihre Bestellung 55120 für Sie storniert.", "Ich habe Ihre Bestellung 55120 für Sie storniert")]
    [InlineData("Hemos cancelado su pedido.", "Hemos cancelado")]
    [InlineData("Votre commande a été annulée.", "a été annulée")]
    [InlineData("已为您取消订单。", "已为您取消")]
    public void An_act_that_no_tool_did_is_found(string text, string act)
    {
        var reply = _asked with { Text = text };
        Assert.Equal(act, ReplyClaims.UnsupportedActs(reply)[0].Text);
        Assert.NotEmpty(ReplyClaims.UnsupportedActs(reply with { Question = "Please cancel my order.", Facts = [.. _asked.Facts!, """{"canCancel":true,"cancellable":true}"""] }));
        Assert.DoesNotContain(ReplyClaims.UnsupportedActs(reply with { Facts = ["cancel_order: 55120"] }), claim => claim.Text == act);
        Assert.Empty(ReplyClaims.UnsupportedActs(reply with { Facts = null }));
    }

    [Theory]
    [InlineData("Once it has been cancelled you get the money back.")]
    [InlineData("I have not cancelled anything.")]
    [InlineData("Shall I say that I've cancelled it?")]
    [InlineData("Wenn die Bestellung storniert wurde, bekommen Sie Ihr Geld.")]
    [InlineData("I can cancel it for you.")]
    [InlineData("No he cancelado nada.")]
    public void What_is_only_possible_asked_or_denied_is_no_act(string text) =>
        Assert.Empty(ReplyClaims.UnsupportedActs(_asked with { Text = text }));

    [Fact]
    public async Task A_conversation_in_plain_text_is_judged_reply_by_reply()
    {
        var lines = new ReplyLines(ReplyJudge.Shipped);

        var judged = lines.ReadConversation(new StringReader("customer: Where is my parcel?\nfact: expected 2026-11-27\nagent: It comes on 27 November.\nagent: We are sorry."));
        var json = await lines.ReadAsync(new StringReader("""{"id":"a","question":"Where is it?","reply":"On its way.","facts":["status: shipped"]}"""), TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["3", "4"], judged.Select(one => one.Id));
        Assert.Contains("\"id\":\"a\"", ReplyLines.Write(json), StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => lines.ReadConversation(new StringReader("hello")));
    }

    [Theory]
    [InlineData("en", "Can I speak to a supervisor?", "I understand. I will transfer you to a human agent who can go on with this.")]
    [InlineData("de", "Ich will mit einem Menschen sprechen.", "Ich verbinde Sie mit einer Kollegin.")]
    [InlineData("es", "Quiero hablar con una persona.", "Le paso con un compañero.")]
    [InlineData("fr", "Je veux un conseiller.", "Je vous passe un collègue.")]
    [InlineData("zh", "转人工", "好的，正在为您转接人工客服。")]
    public void Who_asked_for_a_person_and_gets_one_has_an_answer(string locale, string question, string text)
    {
        var verdict = ReplyJudge.Shipped.Judge(new ReplyInContext { Text = text, Question = question, Locale = locale });
        Assert.False(verdict[ReplyAspect.Answers].IsFault);
        Assert.False(verdict[ReplyAspect.Advances].IsFault);
        Assert.False(verdict[ReplyAspect.ShowsPerson].IsFault);
    }

    [Theory]
    [InlineData("", "no reply to judge")]
    [InlineData("{bad", "Line 1 is no JSON")]
    [InlineData("[1]", "Line 1: not a JSON object")]
    [InlineData("{\"reply\":\"Hi\"}\n{\"question\":\"Where?\"}", "Line 2 has no 'reply'")]
    [InlineData("{\"reply\":\"Hi\",\"facts\":\"one\"}", "Line 1 has 'facts' that is no list")]
    public async Task What_cannot_be_judged_is_refused_with_its_line(string lines, string why)
    {
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(async () => await new ReplyLines(ReplyJudge.Shipped).ReadAsync(new StringReader(lines), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    private static ReplyVerdict Judge(string text) => ReplyJudge.Shipped.Judge(_asked with { Text = text });
}
