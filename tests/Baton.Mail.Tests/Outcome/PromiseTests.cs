namespace Baton.Mail.Tests;

public sealed class PromiseTests
{
    [Theory]
    [InlineData("We aim to respond within 2 working days.", 2, PromiseUnit.WorkingDays)]
    [InlineData("You can expect a reply in the next 24-48 hours.", 48, PromiseUnit.Hours)]
    [InlineData("Our current response time is 3 to 5 business days.", 5, PromiseUnit.WorkingDays)]
    [InlineData("We will get back to you by the next business day.", 1, PromiseUnit.WorkingDays)]
    [InlineData("A colleague will be in touch within two (2) hours.", 2, PromiseUnit.Hours)]
    [InlineData("We will answer you within a few moments, at most 30 minutes.", 30, PromiseUnit.Minutes)]
    [InlineData("Wir antworten Ihnen in der Regel innerhalb von 24 Stunden.", 24, PromiseUnit.Hours)]
    [InlineData("Die Bearbeitung dauert ein bis zwei Werktage.", 2, PromiseUnit.WorkingDays)]
    [InlineData("Wir melden uns spätestens am nächsten Werktag.", 1, PromiseUnit.WorkingDays)]
    [InlineData("Nous vous répondrons sous 48 heures ouvrées.", 48, PromiseUnit.WorkingHours)]
    [InlineData("Vous recevrez une réponse dans un délai de cinq jours ouvrables.", 5, PromiseUnit.WorkingDays)]
    [InlineData("Le responderemos en un plazo de 15 días hábiles.", 15, PromiseUnit.WorkingDays)]
    [InlineData("Te contestaremos en las próximas 24 horas.", 24, PromiseUnit.Hours)]
    [InlineData("我们将在3个工作日内回复。", 3, PromiseUnit.WorkingDays)]
    [InlineData("客服会在一至两个工作日内与您联系", 2, PromiseUnit.WorkingDays)]
    [InlineData("2営業日以内に返信いたします。", 2, PromiseUnit.WorkingDays)]
    [InlineData("We will reply as soon as possible.", 0, PromiseUnit.None)]
    [InlineData("Wir melden uns schnellstmöglich bei Ihnen.", 0, PromiseUnit.None)]
    public void The_promised_time_is_read(string text, int amount, PromiseUnit unit)
    {
        var promise = PromiseReader.Read(new CueText(text));
        Assert.Equal((amount, unit), (promise?.Amount ?? -1, promise?.Unit ?? PromiseUnit.None));
        Assert.Contains(promise!.Quote.TrimEnd('.', '。'), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("If you do not reply within 5 days, we close the ticket.")]
    [InlineData("Please respond within 14 days.")]
    [InlineData("You can return the item within 30 days.")]
    [InlineData("Your order will be delivered within 3 working days; we answer questions here.")]
    [InlineData("We are open 24 hours a day.")]
    [InlineData("Bitte antworten Sie innerhalb von 7 Tagen.")]
    [InlineData("Our reply was sent on 5 March.")]
    public void A_time_for_something_else_is_no_promise(string text) => Assert.Null(PromiseReader.Read(new CueText(text)));
}
