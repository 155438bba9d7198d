namespace Baton.Audit.Tests;

public sealed class TemplateLintTests
{
    [Theory]
    [InlineData("If I do not hear back within 14 days I will contact the data protection authority.")]
    [InlineData("Answer within ten days or I will go to the press.")]
    [InlineData("You are obliged to respond.")]
    [InlineData("Please reply no later than Friday.")]
    [InlineData("I hereby request all personal data you hold about me.")]
    [InlineData("I am a lawyer and ask for a customer.")]
    [InlineData("This is a freedom of information request.")]
    [InlineData("Sie haben 7 Tage Zeit.")]
    [InlineData("Bitte antworten Sie spätestens bis Montag.")]
    [InlineData("Sonst wende ich mich an die Verbraucherzentrale.")]
    [InlineData("Nach Art. 15 DSGVO verlange ich Auskunft.")]
    [InlineData("Vous êtes tenus de répondre sous un mois.")]
    [InlineData("Conformément à l'article 15, je demande une copie.")]
    [InlineData("De acuerdo con la ley tiene un mes para responder.")]
    [InlineData("Rispondete entro 7 giorni, altrimenti passo alle vie legali.")]
    [InlineData("U moet binnen 14 dagen antwoorden.")]
    [InlineData("Proszę odpowiedzieć w ciągu 7 dni.")]
    public void A_text_that_presses_is_refused(string text) => Assert.NotEmpty(TemplateLint.Check(text));

    [Theory]
    [InlineData("1. Within how many days do you deliver to Lübeck?\n2. Can I return a table?")]
    [InlineData("Do you deliver within two days or three?")]
    [InlineData("Must I answer the courier's call?")]
    [InlineData("Do you have a right-hand version of the door, and does it close before 10 pm?")]
    [InlineData("Innerhalb welcher Frist kann ich den Tisch zurückgeben?")]
    [InlineData("Wie lange habe ich Zeit, um zu bezahlen?")]
    [InlineData("Quels sont les délais de livraison ?")]
    [InlineData("¿En cuántos días llega el pedido a Madrid?")]
    [InlineData("Entro quanti giorni consegnate a Torino?")]
    [InlineData("Which bus goes to the courthouse, and do I need to book?")]
    [InlineData("Please tell me whether the museum is open on Monday, or if I should come on Tuesday.")]
    public void An_ordinary_question_is_not(string text) => Assert.Empty(TemplateLint.Check(text));

    public static TheoryData<string, string> Wordings
    {
        get
        {
            using var reader = new StreamReader(typeof(TemplateLintTests).Assembly.GetManifestResourceStream("wordings.txt")!);
            return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t')).Select(words => (words[0], words[1]))];
        }
    }

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Hard_wordings_in_five_languages_are_told_apart(string isOrdinary, string text) => Assert.Equal(isOrdinary == "yes", !TemplateLint.Check(text).Any());
}
