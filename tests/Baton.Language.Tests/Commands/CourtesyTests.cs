namespace Baton.Language.Tests;

public sealed class CourtesyTests
{
    [Theory]
    [InlineData("hi", "en")]
    [InlineData("Hello there", "en")]
    [InlineData("good morning", "en")]
    [InlineData("Hey, where is my order?", "en")]
    [InlineData("Guten Tag", "de")]
    [InlineData("moin", "de")]
    [InlineData("buenos días", "es")]
    [InlineData("hola", "es")]
    [InlineData("bonjour", "fr")]
    [InlineData("salut", "fr")]
    [InlineData("你好", "zh")]
    [InlineData("在吗", "zh")]
    public void Greetings_are_understood(string text, string locale) =>
        Assert.True(Customer.Does<Greet>(text, locale));

    [Theory]
    [InlineData("thanks", "en")]
    [InlineData("thank you so much", "en")]
    [InlineData("thx", "en")]
    [InlineData("perfect thanks", "en")]
    [InlineData("that helped", "en")]
    [InlineData("much appreciated", "en")]
    [InlineData("danke", "de")]
    [InlineData("vielen Dank", "de")]
    [InlineData("gracias", "es")]
    [InlineData("muchas gracias", "es")]
    [InlineData("merci", "fr")]
    [InlineData("merci beaucoup", "fr")]
    [InlineData("谢谢", "zh")]
    [InlineData("太好了", "zh")]
    public void Thanks_are_understood(string text, string locale) =>
        Assert.True(Customer.Does<Thank>(text, locale));

    [Theory]
    [InlineData("no thanks", "en")]
    [InlineData("thanks for nothing", "en")]
    [InlineData("thanks in advance", "en")]
    [InlineData("yeah, just brilliant", "en")]
    [InlineData("nein danke", "de")]
    [InlineData("danke für nichts", "de")]
    [InlineData("no gracias", "es")]
    [InlineData("non merci", "fr")]
    [InlineData("merci pour rien", "fr")]
    [InlineData("不用谢谢", "zh")]
    public void Thanks_that_are_none_are_not_taken_for_thanks(string text, string locale) =>
        Assert.False(Customer.Does<Thank>(text, locale));

    [Theory]
    [InlineData("that's all, bye", "en")]
    [InlineData("bye", "en")]
    [InlineData("nothing else, thanks", "en")]
    [InlineData("that will be all", "en")]
    [InlineData("I'm all set", "en")]
    [InlineData("no more questions", "en")]
    [InlineData("das wars", "de")]
    [InlineData("tschüss", "de")]
    [InlineData("auf Wiedersehen", "de")]
    [InlineData("eso es todo", "es")]
    [InlineData("adiós", "es")]
    [InlineData("c'est tout", "fr")]
    [InlineData("au revoir", "fr")]
    [InlineData("没有了", "zh")]
    [InlineData("再见", "zh")]
    [InlineData("没事了", "zh")]
    public void Who_needs_nothing_more_leaves(string text, string locale) =>
        Assert.True(Customer.Does<Leave>(text, locale));

    [Theory]
    [InlineData("that's all wrong", "en")]
    [InlineData("is that all?", "en")]
    [InlineData("nothing else arrived", "en")]
    [InlineData("I'm done waiting", "en")]
    [InlineData("no", "en")]
    [InlineData("where is my order, bye", "en")]
    [InlineData("das ist alles kaputt", "de")]
    [InlineData("我的钱没了", "zh")]
    public void Who_goes_on_does_not_leave(string text, string locale) =>
        Assert.False(Customer.Does<Leave>(text, locale));

    [Theory]
    [InlineData("no", "Is there anything else I can do for you?", "en")]
    [InlineData("no thanks", "Can I help you with anything else?", "en")]
    [InlineData("nein danke", "Kann ich sonst noch etwas für Sie tun?", "de")]
    [InlineData("no gracias", "¿Puedo ayudarle en algo más?", "es")]
    [InlineData("non merci", "Puis-je faire autre chose pour vous ?", "fr")]
    [InlineData("没有了", "请问还有其他问题吗？", "zh")]
    public void No_to_anything_else_is_leaving(string text, string agentSaid, string locale) =>
        Assert.Contains(new Leave(), Customer.Writes(text, locale, agentSaid: agentSaid).Commands);
}
