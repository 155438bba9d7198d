namespace Baton.Audit.Tests;

public sealed class QuestionMatcherTests
{
    private static Enquiry Of(string id, string language) => EnquiryList.All.Single(enquiry => enquiry.Id == id && enquiry.Language == language);

    [Theory]
    [InlineData("returns", "en", "You have 30 days to send an item back. We pay the shipping. Your money is refunded within a week.", "111")]
    [InlineData("returns", "en", "1. 30 days\n2. you do\n3. about a week", "111")]
    [InlineData("returns", "en", "Returns are possible within 30 days.", "100")]
    [InlineData("returns", "en", "Please see our FAQ for everything about returns and refunds.", "000")]
    [InlineData("returns", "en", "1. Please see our FAQ.\n2. We do.\n3. Soon?", "010")]
    [InlineData("returns", "en", "We are glad that you are interested in our shop.", "000")]
    [InlineData("returns", "de", "Sie können innerhalb von 14 Tagen widerrufen. Das Porto tragen Sie. Die Erstattung dauert etwa eine Woche.", "111")]
    [InlineData("delivery", "fr", "Nous livrons avec Colissimo. La livraison prend 3 jours. Oui, un point relais est possible.", "111")]
    [InlineData("hours", "es", "Atendemos por teléfono de lunes a viernes de 9:00 a 17:00. Respondemos al correo en 2 días. También tenemos chat.", "111")]
    [InlineData("delivery", "zh", "我们用顺丰快递。一般三天送达。可以放在驿站。", "111")]
    public void It_says_which_questions_an_answer_was_seen_for(string id, string language, string reply, string answered) =>
        Assert.Equal(answered, string.Concat(QuestionMatcher.Match(Of(id, language), reply).Select(answer => answer is null ? '0' : '1')));

    [Fact]
    public void A_question_that_is_only_repeated_is_not_answered()
    {
        var enquiry = Of("returns", "en");
        Assert.All(QuestionMatcher.Match(enquiry, string.Join('\n', enquiry.Questions.Select((question, index) => $"{index + 1}. {question.Ask}"))), Assert.Null);
    }

    [Theory]
    [InlineData("Could you tell us your order number?", true)]
    [InlineData("Is there anything else we can do for you?", false)]
    [InlineData("All is answered above.", false)]
    public void It_tells_whether_something_is_asked_back(string reply, bool asks) => Assert.Equal(asks, QuestionMatcher.AsksBack(Of("returns", "en"), reply));

    [Theory]
    [InlineData("Could you please tell us again what your question was?", true)]
    [InlineData("Bitte schildern Sie Ihr Anliegen noch einmal.", true)]
    [InlineData("30 days, as I said.", false)]
    public void It_tells_whether_what_was_said_is_asked_for_again(string reply, bool asks) => Assert.Equal(asks, QuestionMatcher.AsksToRepeat(reply));

    [Theory]
    [InlineData("Please do not contact us again.", true)]
    [InlineData("Bitte schreiben Sie uns nicht mehr.", true)]
    [InlineData("Please do not reply to this mail, write to service@shop.example.", false)]
    public void It_hears_who_wants_no_more_mail(string text, bool objects) => Assert.Equal(objects, Objection.Find(text) is not null);
}
