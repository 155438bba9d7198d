using System.Globalization;
using Baton.Journal;
using Baton.Language;
using Baton.Testing;

namespace Baton.Desk.Tests;

/// <summary>What the agent must not send, whoever wrote it, and what the customer gets instead.</summary>
public sealed class WithheldReplyTests
{
    private const string Comfort = "We understand your frustration and appreciate your patience. Your satisfaction is important to us.";
    private readonly ScriptedInterpreter _interpreter = new();

    [Theory]
    [InlineData("empty-reassurance", "Where is my refund? I have been waiting for three weeks.", Comfort)]
    [InlineData("claim-without-source", "Please refund order SO-10042.", "Thank you. I've refunded your order.")]
    [InlineData("no-answer", "When are you open on Saturday?", "Please note the following information.")]
    public async Task A_badly_written_procedure_says_nothing_and_a_person_comes(string signal, string question, string text)
    {
        using var written = new WrittenProcedures().Saying("asked", text);
        await using var shop = await StartAsync(written);
        var ada = shop.Opens();
        _interpreter.Reads = _ => [new StartProcedure("asked")];

        await ada.SaysAsync(question);

        AssertWithheld(ada, signal);
    }

    [Fact]
    public async Task What_was_said_is_said_once_more_when_asked_again_and_a_third_time_a_person_comes()
    {
        using var written = new WrittenProcedures().Saying("asked", "The lift in the shop on Market Street is out of order, please use the stairs by the door.");
        await using var shop = await StartAsync(written);
        var ada = shop.Opens();
        _interpreter.Reads = _ => [new StartProcedure("asked")];

        Assert.StartsWith("The lift", await ada.SaysAsync("How do I get up to the first floor?"));
        Assert.StartsWith("Once more: The lift", await ada.SaysAsync("I can't walk. How do I get up?"));
        await ada.SaysAsync("I told you I can't walk, how do I get up?");

        AssertWithheld(ada, "agent-repeats");
    }

    [Theory]
    [InlineData("When are you open on Saturday?", "On Saturdays we are open from 9:00 to 18:00.")]
    [InlineData("Do you ship to Norway?", "Yes, we ship to Norway. It takes 4 to 6 days and costs 12 euros.")]
    [InlineData("Can I pay by invoice?", "No, we take cards and PayPal only.")]
    [InlineData("How do I get up to the first floor?", "The lift in the shop on Market Street is out of order, please use the stairs by the door.")]
    [InlineData("How long is the warranty?", "The law gives you two years, and we add a third year on tents and jackets.")]
    [InlineData("Où est ma facture ?", "Vous trouvez vos factures dans « Mon compte », rubrique « Commandes ».")]
    [InlineData("Where do your shoes come from?", "They are made in Portugal, in two family workshops near Porto.")]
    [InlineData("Haben Sie am Sonntag offen?", "Nein, sonntags ist das Geschäft geschlossen.")]
    [InlineData("I lost my voucher code, what now?", "Voucher codes can't be replaced once lost, because we don't keep who got which one.")]
    [InlineData("How do I clean the jacket?", "Wash it at 30 degrees with a mild soap and let it dry on a hanger. No softener, please.")]
    public async Task A_plain_answer_of_a_procedure_is_sent(string question, string text)
    {
        using var written = new WrittenProcedures().Saying("asked", text);
        await using var shop = await StartAsync(written);
        var ada = shop.Opens();
        _interpreter.Reads = _ => [new StartProcedure("asked")];

        Assert.StartsWith(text, await ada.SaysAsync(question));
        Assert.Empty(ada.Signals);
    }

    [Theory]
    [InlineData("empty-reassurance", Comfort)]
    [InlineData("claim-without-source", "I've cancelled your order. Cards and PayPal are what we take.")]
    [InlineData("no-answer", "Our newsletter has many ideas for the garden.")]
    [InlineData("agent-repeats", "We ship on the day of the order.")]
    public async Task A_models_bad_wording_gives_way_to_the_procedures_own_words(string signal, string wording)
    {
        await using var model = await ModelServer.StartAsync(TestContext.Current.CancellationToken);
        var words = "We ship on the day of the order. Is there anything else I can do for you?";
        model.Answers = body => IsWording(body) ? (200, words) : (200, Reads(body.Contains("pay", StringComparison.Ordinal) ? "paying" : "shipping"));
        using var written = new WrittenProcedures().Saying("shipping", "We ship on the day of the order.").Saying("paying", "We take cards and PayPal.");
        await using var shop = await StartAsync(written, model);
        var ada = shop.Opens();
        await ada.SaysAsync("When do you ship?");
        words = $"{wording} Is there anything else I can do for you?";

        Assert.StartsWith("We take cards and PayPal.", await ada.SaysAsync("How can I pay?"));

        Assert.StartsWith(wording, Assert.Single(ada.LastTurn.Events.OfType<AgentReplyWithheld>()).Text);
        Assert.Equal([signal], ada.Signals);
        Assert.Null(ada.LastTurn.Escalation);
    }

    [Fact]
    public async Task Where_the_procedures_own_words_are_no_better_a_person_comes()
    {
        await using var model = await ModelServer.StartAsync(TestContext.Current.CancellationToken);
        model.Answers = body => (200, IsWording(body) ? "I've refunded your order. Is there anything else I can do for you?" : Reads("asked"));
        using var written = new WrittenProcedures().Saying("asked", Comfort);
        await using var shop = await StartAsync(written, model);
        var ada = shop.Opens();

        await ada.SaysAsync("Where is my refund? I have been waiting for three weeks.");

        Assert.Equal(2, ada.LastTurn.Events.OfType<AgentReplyWithheld>().Count());
        AssertWithheld(ada, "empty-reassurance");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("zh")]
    public void Amounts_and_days_as_each_language_writes_them_stand_on_what_a_tool_said(string language)
    {
        var template = Template.Parse("{{ amount | money: 'EUR' }} / {{ amount | money: 'USD' }}, {{ day | day }}");
        var culture = CultureInfo.GetCultureInfo(language);
        foreach (var amount in new[] { 0.99m, 7m, 19.9m, 49.95m, 120m, 999.5m, 1499m, 12345.67m, 100000m })
        {
            foreach (var day in new[] { "2026-01-01", "2026-03-31", "2026-05-12T23:30:00Z", "2026-08-02", "2026-11-22", "2027-12-13" })
            {
                var text = template.Render(new Dictionary<string, object?> { ["amount"] = amount, ["day"] = day }, culture);
                var fact = string.Create(CultureInfo.InvariantCulture, $$"""get_order: {"total":{{amount}},"expected":"{{day}}"}""");

                Assert.Empty(ReplyClaims.Unsupported(new() { Text = text, Facts = [fact], Locale = language }).Select(claim => $"{claim.Text} in {text}"));
            }
        }
    }

    [Fact]
    public async Task A_withheld_reply_leaves_the_customer_with_a_promise()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.Answers = (context, _, _) => Task.FromResult(new AgentTurn(
            [new AgentReplyWithheld(Comfort, "It only reassures."), new SignalRaised("empty-reassurance", EscalationKind.Technical, context.MessageVersion, "It only reassures.", 0.9)],
            new(EscalationKind.Technical, "A reply of the agent was withheld.")));
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "Where is my refund?");

        var events = await desk.EventuallyAsync(id, happened => happened is CustomerNotified { Kind: NoticeKinds.Promise or NoticeKinds.OutOfHours });

        Assert.Equal(EscalationKind.Technical, Assert.Single(events.Select(logged => logged.Event).OfType<Escalated>()).Kind);
        Assert.NotEmpty(events.Select(logged => logged.Event).OfType<CustomerNotified>().Last().Text);
    }

    private static bool IsWording(string body) => body.Contains("\\u0022facts\\u0022", StringComparison.Ordinal) || body.Contains("facts\\\"", StringComparison.Ordinal);

    private static string Reads(string procedure) => $$"""{"language":"en","commands":[{"command":"startProcedure","procedure":"{{procedure}}"}],"intent":"{{procedure}}","probability":0.9,"feeling":"neutral"}""";

    private static void AssertWithheld(AgentConversation ada, string signal)
    {
        Assert.Contains(signal, ada.Signals);
        Assert.DoesNotContain(ada.LastTurn.Events, happened => happened is AgentReplied);
        Assert.NotEmpty(ada.LastTurn.Events.OfType<AgentReplyWithheld>());
        Assert.Equal(EscalationKind.Technical, ada.LastTurn.Escalation?.Kind);
    }

    private Task<AgentWithShop> StartAsync(WrittenProcedures written, ModelServer? model = null) => AgentWithShop.StartAsync(
        _interpreter,
        [("Agent:ProceduresFolder", written.Folder), .. model is null ? [] : new[] { ("Agent:Model:Endpoint", model.Endpoint.ToString()), ("Agent:Model:Name", "stub") }]);
}
