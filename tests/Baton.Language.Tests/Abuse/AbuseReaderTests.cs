namespace Baton.Language.Tests;

/// <summary>Abuse is what attacks the reader; anger, swearing at the matter and reports of others are not.</summary>
public sealed class AbuseReaderTests
{
    [Theory]
    [InlineData("You are a fucking idiot", AbuseKind.Insult)]
    [InlineData("u stupid bitch answer me", AbuseKind.Insult)]
    [InlineData("You people are all worthless, you lazy morons.", AbuseKind.Insult)]
    [InlineData("fuck you", AbuseKind.Insult)]
    [InlineData("F*ck off already", AbuseKind.Insult)]
    [InlineData("you're such a piece of shit", AbuseKind.Insult)]
    [InlineData("Go to hell, Wanda", AbuseKind.Insult)]
    [InlineData("I will find and kill you, I swear", AbuseKind.Threat)]
    [InlineData("I know where you work. Watch your back.", AbuseKind.Threat)]
    [InlineData("I hope you all die", AbuseKind.Threat)]
    [InlineData("Kill yourself", AbuseKind.Threat)]
    [InlineData("you idiot, I'm gonna beat you up", AbuseKind.Threat)]
    [InlineData("send me your nudes", AbuseKind.Harassment)]
    [InlineData("Du bist doch ein Vollidiot", AbuseKind.Insult)]
    [InlineData("Ihr seid alle unfähige Arschlöcher!", AbuseKind.Insult)]
    [InlineData("Sie Drecksau", AbuseKind.Insult)]
    [InlineData("Fick dich", AbuseKind.Insult)]
    [InlineData("Verpiss dich endlich", AbuseKind.Insult)]
    [InlineData("halt die Fresse", AbuseKind.Insult)]
    [InlineData("Ich bring dich um", AbuseKind.Threat)]
    [InlineData("ich weiß, wo du wohnst", AbuseKind.Threat)]
    [InlineData("Ich hoffe, ihr verreckt alle", AbuseKind.Threat)]
    [InlineData("Eres un imbécil de mierda", AbuseKind.Insult)]
    [InlineData("sois unos hijos de puta", AbuseKind.Insult)]
    [InlineData("vete a la mierda", AbuseKind.Insult)]
    [InlineData("Que te jodan", AbuseKind.Insult)]
    [InlineData("te voy a matar", AbuseKind.Threat)]
    [InlineData("Sé dónde trabajas", AbuseKind.Threat)]
    [InlineData("ojalá te mueras", AbuseKind.Threat)]
    [InlineData("T’es vraiment une connasse", AbuseKind.Insult)]
    [InlineData("bande de connards", AbuseKind.Insult)]
    [InlineData("va te faire foutre", AbuseKind.Insult)]
    [InlineData("Espèce d'enculé", AbuseKind.Insult)]
    [InlineData("je vais te buter", AbuseKind.Threat)]
    [InlineData("je sais où vous habitez", AbuseKind.Threat)]
    [InlineData("你这个傻逼", AbuseKind.Insult)]
    [InlineData("操你妈", AbuseKind.Insult)]
    [InlineData("你们都是废物", AbuseKind.Insult)]
    [InlineData("滚！", AbuseKind.Insult)]
    [InlineData("我要杀了你", AbuseKind.Threat)]
    [InlineData("我知道你住在哪里", AbuseKind.Threat)]
    [InlineData("你去死", AbuseKind.Threat)]
    public void Words_at_the_reader_are_abuse(string text, AbuseKind kind)
    {
        var abuse = AbuseReader.Read(text);
        Assert.NotNull(abuse);
        Assert.Equal(kind, abuse.Kind);
        Assert.Contains(abuse.Words, text.Replace('’', '\''), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("This is fucking ridiculous, I have waited for three weeks!")]
    [InlineData("What the fuck is wrong with this app")]
    [InlineData("Your product is a piece of shit")]
    [InlineData("You sold me a piece of shit and I want my money back")]
    [InlineData("Your courier is an idiot, he threw the parcel over the fence")]
    [InlineData("The driver told me \"fuck you\" and drove off")]
    [InlineData("Your colleague called me an idiot and said go to hell")]
    [InlineData("I feel like an idiot for trusting you")]
    [InlineData("Do you think I am an idiot?")]
    [InlineData("I am furious. I will sue you and tell everybody about it.")]
    [InlineData("I could kill for a straight answer")]
    [InlineData("My boss will kill me if this does not arrive")]
    [InlineData("I'll shoot you an email with the receipt")]
    [InlineData("We will hunt you a better deal? No thanks.")]
    [InlineData("You are useless. Nobody helps me. This is the worst service ever.")]
    [InlineData("Damn it, shit, it broke again")]
    [InlineData("It will be the death of me, you should be ashamed")]
    [InlineData("You should really kill the old subscription")]
    [InlineData("Das ist eine verdammte Scheiße, ich warte seit drei Wochen")]
    [InlineData("So ein Scheißladen, ich bin stinksauer!")]
    [InlineData("Der Fahrer ist ein Idiot und hat das Paket geworfen")]
    [InlineData("Ihr Mitarbeiter sagte zu mir: du Idiot")]
    [InlineData("Ich bringe sie um 15 Uhr zur Post")]
    [InlineData("Ich bringe sie um halb acht vorbei")]
    [InlineData("Sie haben mir ein Sparschwein ohne Schlüssel geschickt")]
    [InlineData("Ich Trottel habe die falsche Größe bestellt")]
    [InlineData("Wollen Sie mich für dumm verkaufen? Ich gehe zum Anwalt.")]
    [InlineData("Leider weiß ich nicht, wo Sie arbeiten und wer zuständig ist")]
    [InlineData("Los zapatos son una mierda")]
    [InlineData("¡Joder, qué puta vergüenza de servicio!")]
    [InlineData("El repartidor me dijo: vete a la mierda")]
    [InlineData("Me siento como un idiota")]
    [InlineData("Los voy a quemar, estos zapatos no sirven")]
    [InlineData("Voy a poner una denuncia, esto es una estafa")]
    [InlineData("C'est de la merde votre produit")]
    [InlineData("Putain, ça fait trois semaines que j'attends, bordel")]
    [InlineData("Vous êtes contents de vous ? Je suis furieux.")]
    [InlineData("Le livreur m'a dit va te faire foutre")]
    [InlineData("Je me suis senti comme un idiot")]
    [InlineData("Vous êtes incompétents, je vais porter plainte")]
    [InlineData("你们的产品是垃圾")]
    [InlineData("他妈的又坏了，气死我了")]
    [InlineData("你们是垃圾公司吗？三个星期还没发货")]
    [InlineData("快递员骂我傻逼")]
    [InlineData("我要投诉你们，太过分了")]
    [InlineData("我想杀你的价，便宜点吧")]
    [InlineData("笑死我了，这也叫客服")]
    [InlineData("")]
    public void Anger_reproach_and_reports_are_not(string text) => Assert.Null(AbuseReader.Read(text));

    [Fact]
    public void A_text_made_to_be_slow_is_read_quickly_or_not_at_all()
    {
        var text = string.Concat(Enumerable.Repeat("you are all such a fucking stupid ", 4_000));
        var started = TimeProvider.System.GetTimestamp();
        _ = AbuseReader.Read(text);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(8));
    }
}
