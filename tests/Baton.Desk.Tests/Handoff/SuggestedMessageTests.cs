using Baton.Journal;

namespace Baton.Desk.Tests;

/// <summary>A first message differs by what has to be repaired, in the customer's language, and says nothing that is not known.</summary>
public sealed class SuggestedMessageTests
{
    public static TheoryData<string> Languages => [.. FirstMessageTexts.Languages.Order(StringComparer.Ordinal)];

    [Fact]
    public void After_an_emotional_failure_it_names_what_went_wrong_owns_it_acts_by_a_time_and_asks_one_thing()
    {
        var text = SuggestedMessage.For(Facts(EscalationKind.Emotional) with { Signals = ["angry", "value-asked-twice"] });
        Assert.Equal(
            "Hello Ada, Wanda here, a person. You were asked again for what you had already given. That is our fault, not yours, and I am sorry. " +
            "I am now doing this for you: [what you do]. I write to you again within 15 minutes. Is there one thing that matters most to you in this?",
            text);
        Assert.Equal(1, text.Count(letter => letter == '?'));
    }

    [Fact]
    public void After_a_technical_failure_it_says_what_failed_and_the_next_step_and_does_not_ask_how_it_feels()
    {
        var text = SuggestedMessage.For(Facts(EscalationKind.Technical) with { Signals = ["tool-failed"], Wants = "Cancel order SO-10042" });
        Assert.Equal(
            "Hello Ada, Wanda here, a person. Our system did not do what you needed. It is about this: “Cancel order SO-10042”. " +
            "I am now doing this: [next step]. I write to you again within 15 minutes.",
            text);
    }

    [Fact]
    public void What_nothing_tells_of_is_not_named_and_a_long_letter_is_not_quoted()
    {
        var text = SuggestedMessage.For(Facts(EscalationKind.Emotional) with { Customer = null, Signals = ["angry"], Wants = new string('x', 400), IsByLetter = true });
        Assert.StartsWith("Hello, Wanda here, a person. This has not gone the way it should have.", text, StringComparison.Ordinal);
        Assert.Contains("by tomorrow evening", text, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_every_sentence_and_leaves_no_mark_behind(string language)
    {
        Assert.Equal(FirstMessageTexts.For("en").Names.Order(StringComparer.Ordinal), FirstMessageTexts.For(language).Names.Order(StringComparer.Ordinal));
        foreach (var kind in Enum.GetValues<EscalationKind>())
        {
            var text = SuggestedMessage.For(Facts(kind) with { Locale = language, Wants = "SO-10042", Signals = ["agent-lost"] });
            Assert.DoesNotContain('{', text);
            Assert.Contains("Wanda", text, StringComparison.Ordinal);
            Assert.True(SuggestedMessage.HasGaps(text, language), text);
            Assert.False(SuggestedMessage.HasGaps(text.Replace('[', '(').Replace(']', ')'), language));
        }
    }

    [Fact]
    public void Brackets_of_the_worker_s_own_are_no_gaps() => Assert.False(SuggestedMessage.HasGaps("Your seat [12A] is kept.", "en"));

    private static FirstMessageFacts Facts(EscalationKind kind) => new() { Kind = kind, Locale = "en", Customer = "Ada", Worker = "Wanda" };
}
