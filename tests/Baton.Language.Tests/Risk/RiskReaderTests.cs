using CsCheck;

namespace Baton.Language.Tests;

public sealed class RiskReaderTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly RiskReader Reader = new();

    [Fact]
    public void A_conversation_that_goes_in_circles_is_riskier_at_every_round_and_says_why()
    {
        var turns = new List<RiskTurn>();
        var risks = new List<RiskReading>();
        foreach (var (said, replied) in new[]
        {
            ("Where is my order 10042?", "Please tell me your order number."),
            ("10042, as I wrote", "Please tell me your order number."),
            ("it is 10042. where is it?", "Please tell me your order number."),
            ("10042 !!!", ""),
        })
        {
            turns.Add(Customer(said, turns.Count));
            risks.Add(Reader.Read(turns));
            turns.Add(Agent(replied, turns.Count));
        }

        Assert.True(risks[3].Technical + risks[3].Emotional > risks[0].Technical + risks[0].Emotional + 0.2);
        var repeated = Assert.Single(risks[3].Signals, signal => signal.Code == "told-the-same-again");
        Assert.Equal(5, repeated.Version);
        Assert.Contains(risks[3].Signals, signal => signal.Code == "number-again");
    }

    [Fact]
    public void A_tool_that_failed_unsaid_is_a_signal_at_the_reply_that_hid_it()
    {
        List<RiskTurn> turns = [Customer("Please cancel order 10042", 1), Agent("I am taking care of it.", 2).With(toolsDone: 0, toolsFailed: 1), Customer("so is it cancelled?", 3)];

        Assert.Contains(Reader.Read(turns).Signals, signal => signal.Code == "failure-unsaid" && signal.Version == 2);
    }

    [Fact]
    public void What_is_done_lowers_the_risk()
    {
        List<RiskTurn> Conversation(string reply, int done) =>
            [Customer("Please cancel order 10042", 1), Agent(reply, 2).With(done, 1 - done), Customer("ok thanks", 3)];

        var served = Reader.Read(Conversation("Done: order 10042 is cancelled and EUR 149 are on their way back.", 1));
        var failed = Reader.Read(Conversation("I am sorry, that did not work. Please try again later.", 0));

        Assert.True(served.Technical + served.Emotional < failed.Technical + failed.Emotional - 0.1);
    }

    [Fact]
    public void Any_course_gives_probabilities_the_same_each_time_and_signals_at_its_own_turns() =>
        Gen.Select(Gen.Bool, Gen.String, Gen.Int[0, 2], Gen.Int[0, 2]).List[0, 40].Sample(parts =>
        {
            List<RiskTurn> turns = [.. parts.Select((part, place) => new RiskTurn(part.Item1, part.Item2, Start.AddSeconds(place), place + 1).With(part.Item3, part.Item4)), Customer("hello?", parts.Count + 1)];
            var risk = Reader.Read(turns);
            var again = Reader.Read(turns);
            return risk.Technical is >= 0 and <= 1 && risk.Emotional is >= 0 and <= 1
                && risk.Technical == again.Technical && risk.Emotional == again.Emotional
                && risk.Signals.All(signal => signal.Version >= 1 && signal.Version <= turns.Count && signal.Weight is > 0 and <= 1);
        });

    [Fact]
    public void Reading_hardly_allocates()
    {
        List<RiskTurn> turns = [.. Enumerable.Range(0, 21).Select(place => place % 2 == 0 ? Customer($"question number {place}", place) : Agent("A reply of some words that answers it.", place))];
        Reader.Read(turns);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
            Reader.Read(turns);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 2_000);
    }

    [Fact]
    public void It_is_read_after_a_customers_turn_only()
    {
        Assert.Throws<ArgumentException>(() => Reader.Read([]));
        Assert.Throws<ArgumentException>(() => Reader.Read([Agent("hello", 1)]));
    }

    private static RiskTurn Customer(string text, int place) => new(true, text, Start.AddSeconds(20 * place), place);

    private static RiskTurn Agent(string text, int place) => new(false, text, Start.AddSeconds(20 * place), place);
}
