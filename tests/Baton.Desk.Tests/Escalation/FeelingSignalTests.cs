using Baton.Desk;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

/// <summary>Which readings become a signal; with the interpreter that ships.</summary>
public sealed class FeelingSignalTests
{
    private const string Invoice = "I can send the invoice for order SO-10047 to the e-mail address in your account. Shall I do that?";
    private const string Sent = "Done: the invoice for SO-10047 is on its way. Is there anything else I can do for you?";

    public static TheoryData<string, string[]> Calm => new()
    {
        { "Yes, please.", [Invoice] },
        { "Yes, please.", [Invoice, "Yes, please.", Sent] },
        { "No, better leave it as it is.", ["I would cancel order SO-10042 and refund EUR 149.00. Shall I do that?"] },
        { "I'd like to talk to a person, please.", [] },
        { "Could I speak to someone from your team?", [] },
        { "where is my order?", [] },
        { "My phone broke and I'm devastated, I need a new one.", [] },
        { "no", [Sent] },
        { "The blue one", ["Which one do you mean?"] },
    };

    [Theory]
    [MemberData(nameof(Calm))]
    public async Task Ordinary_answers_raise_no_emotional_signal(string text, string[] before) =>
        Assert.DoesNotContain(await SignalsAsync(text, before), signal => signal.Kind == EscalationKind.Emotional);

    [Theory]
    [InlineData("This is the third time I am asking where my vest is.", "frustrated")]
    [InlineData("Great, another week of waiting. Just what I needed.", "frustrated")]
    [InlineData("Ihr seid unmöglich, ich warte seit drei Wochen!", "angry")]
    public async Task Lost_patience_is_one(string text, string code) => Assert.Contains(await SignalsAsync(text, []), signal => signal.Code == code);

    private static async Task<IReadOnlyList<SignalRaised>> SignalsAsync(string text, string[] before)
    {
        var turns = before.Select((said, place) => new Turn((before.Length - place) % 2 == 1 ? "agent" : "customer", said)).ToList();
        var reading = await new EmbeddedInterpreter().ReadAsync(
            new() { Text = text, Now = DeskHost.Start, Course = turns, Expected = before is [.., var last] && last.EndsWith("Shall I do that?", StringComparison.Ordinal) ? new("confirm", ValueKind.YesNo, []) : null },
            TestContext.Current.CancellationToken);
        return MessageSignals.From(ConversationState.Empty, 1, reading);
    }
}
