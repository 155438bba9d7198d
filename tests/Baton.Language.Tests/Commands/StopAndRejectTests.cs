namespace Baton.Language.Tests;

public sealed class StopAndRejectTests
{
    [Theory]
    [InlineData("never mind", "en")]
    [InlineData("forget it", "en")]
    [InlineData("nvm", "en")]
    [InlineData("I changed my mind, I'll keep it", "en")]
    [InlineData("stop", "en")]
    [InlineData("I don't want to cancel anymore", "en")]
    [InlineData("it's not important, maybe later", "en")]
    [InlineData("start over", "en")]
    [InlineData("vergiss es", "de")]
    [InlineData("hat sich erledigt", "de")]
    [InlineData("ich habe es mir anders überlegt", "de")]
    [InlineData("abbrechen", "de")]
    [InlineData("olvídalo", "es")]
    [InlineData("déjalo", "es")]
    [InlineData("he cambiado de opinión", "es")]
    [InlineData("laissez tomber", "fr")]
    [InlineData("j'ai changé d'avis", "fr")]
    [InlineData("tant pis", "fr")]
    [InlineData("算了", "zh")]
    [InlineData("不用了，我改主意了", "zh")]
    [InlineData("不取消了", "zh")]
    public void Who_no_longer_wants_it_stops_the_procedure(string text, string locale) =>
        Assert.True(Customer.Does<StopProcedure>(text, locale, "cancel-order"));

    [Theory]
    [InlineData("leave it at the door", "en")]
    [InlineData("it stopped working", "en")]
    [InlineData("please cancel it", "en")]
    [InlineData("the size doesn't matter which one", "en")]
    [InlineData("they left it with the neighbour", "en")]
    [InlineData("my charger quit working", "en")]
    [InlineData("mir egal welche", "de")]
    [InlineData("bitte stornieren", "de")]
    [InlineData("ya no funciona", "es")]
    [InlineData("no importa el color", "es")]
    [InlineData("je ne veux plus attendre", "fr")]
    public void Leaving_a_parcel_or_a_product_is_not_stopping(string text, string locale) =>
        Assert.False(Customer.Does<StopProcedure>(text, locale, "cancel-order"));

    [Theory]
    [InlineData("no, that's not it", "en")]
    [InlineData("that doesn't answer my question", "en")]
    [InlineData("that's not what I asked", "en")]
    [InlineData("you didn't answer my question", "en")]
    [InlineData("wrong answer", "en")]
    [InlineData("I already told you that", "en")]
    [InlineData("you misunderstood me", "en")]
    [InlineData("that doesn't help", "en")]
    [InlineData("you keep asking the same thing", "en")]
    [InlineData("that has nothing to do with my question", "en")]
    [InlineData("das habe ich nicht gefragt", "de")]
    [InlineData("das hilft mir nicht", "de")]
    [InlineData("das ist nicht das, was ich meinte", "de")]
    [InlineData("Sie verstehen mich nicht", "de")]
    [InlineData("eso no es lo que pregunté", "es")]
    [InlineData("no me ayuda", "es")]
    [InlineData("ya te lo dije", "es")]
    [InlineData("ce n'est pas ma question", "fr")]
    [InlineData("vous ne répondez pas à ma question", "fr")]
    [InlineData("ça ne m'aide pas", "fr")]
    [InlineData("不是这个意思", "zh")]
    [InlineData("答非所问", "zh")]
    [InlineData("你没听懂", "zh")]
    [InlineData("我已经说了", "zh")]
    public void A_reply_that_was_no_answer_is_rejected(string text, string locale) =>
        Assert.True(Customer.Does<RejectReply>(text, locale));

    [Theory]
    [InlineData("the driver did not answer the door", "en")]
    [InlineData("I didn't get it yet", "en")]
    [InlineData("the bank doesn't help me", "en")]
    [InlineData("it does not fit", "en")]
    [InlineData("this is not what I ordered", "en")]
    [InlineData("where is my order", "en")]
    [InlineData("der Fahrer hat nicht geklingelt", "de")]
    [InlineData("je n'ai pas reçu mon colis", "fr")]
    [InlineData("我不知道", "zh")]
    public void A_product_that_does_not_help_rejects_no_reply(string text, string locale) =>
        Assert.False(Customer.Does<RejectReply>(text, locale));

    [Theory]
    [InlineData("what?", "en")]
    [InlineData("sorry?", "en")]
    [InlineData("can you repeat that please", "en")]
    [InlineData("I don't understand", "en")]
    [InlineData("what do you mean?", "en")]
    [InlineData("could you explain that", "en")]
    [InlineData("huh?", "en")]
    [InlineData("wie bitte?", "de")]
    [InlineData("das verstehe ich nicht", "de")]
    [InlineData("können Sie das wiederholen?", "de")]
    [InlineData("no entiendo", "es")]
    [InlineData("¿puede repetir?", "es")]
    [InlineData("je ne comprends pas", "fr")]
    [InlineData("pouvez-vous répéter ?", "fr")]
    [InlineData("什么意思", "zh")]
    [InlineData("没看懂", "zh")]
    [InlineData("再说一遍", "zh")]
    public void Who_did_not_understand_asks_again(string text, string locale) =>
        Assert.True(Customer.Does<AskAgain>(text, locale));

    [Theory]
    [InlineData("I don't understand why my refund takes so long", "en")]
    [InlineData("can you explain why it was cancelled", "en")]
    [InlineData("what is the status of my order", "en")]
    [InlineData("我不明白为什么还没发货", "zh")]
    public void What_puzzles_the_customer_elsewhere_is_no_asking_again(string text, string locale) =>
        Assert.False(Customer.Does<AskAgain>(text, locale));
}
