using Baton.Desk;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

/// <summary>Risk is read from the course of the conversation, with every message of the customer.</summary>
public sealed class CourseRiskTests
{
    [Fact]
    public async Task Every_reading_comes_with_its_risk_in_the_same_append()
    {
        await using var desk = await StartAsync();
        var id = await desk.OpenAsync();
        await desk.CustomerWritesAsync(id, "Where is my order 10042?");
        var events = await desk.EventsAsync(id);
        var risk = Assert.Single(events.OfType<RiskAssessed>());
        Assert.Equal(RiskLevel.None, risk.Level);
        Assert.NotNull(Assert.Single(events.OfType<MessageInterpreted>()).Shares);
    }

    [Fact]
    public async Task An_agent_that_goes_in_circles_raises_the_risk_before_anybody_complains()
    {
        await using var desk = await StartAsync();
        desk.Agent.Answers = (context, _, _) => Task.FromResult(new AgentTurn([new AgentReplied("Please tell me your order number.", context.MessageVersion, [], [])]));
        var id = await desk.OpenAsync();
        foreach (var text in new[] { "Where is my order 10042?", "it's 10042", "10042. Can you see it?" })
        {
            var written = await desk.CustomerWritesAsync(id, text);
            await desk.EventuallyAsync(id, happened => happened is Escalated || (happened is AgentReplied replied && replied.AnswersVersion == written.Version));
        }

        var events = await desk.EventsAsync(id);
        var risks = events.OfType<RiskAssessed>().Select(risk => risk.Technical + risk.Emotional).ToList();
        Assert.True(risks[^1] > risks[0] + 0.1, string.Join(" ", risks));
        var told = Assert.Single(events.OfType<SignalRaised>(), signal => signal.Code == "told-the-same-again");
        Assert.IsType<AgentReplied>(events[told.MessageVersion - 1]);
        Assert.Contains(events.OfType<RiskAssessed>(), risk => risk.Level != RiskLevel.None);
    }

    [Fact]
    public async Task A_course_read_again_after_a_restart_gives_the_same_risk()
    {
        await using var desk = await StartAsync();
        var id = await desk.OpenAsync();
        foreach (var text in new[] { "Where is my order 10042?", "That is not what I asked.", "Where is order 10042?" })
        {
            var written = await desk.CustomerWritesAsync(id, text);
            await desk.EventuallyAsync(id, happened => happened is Escalated || (happened is AgentReplied replied && replied.AnswersVersion == written.Version));
        }

        var logged = await desk.Journal.ReadAsync(id, 0, TestContext.Current.CancellationToken);
        var last = (RiskAssessed)logged.Last(happened => happened.Event is RiskAssessed).Event;
        var read = logged.Last(happened => happened.Event is MessageInterpreted);
        var state = ConversationState.From(logged.Where(happened => happened.Version <= read.Version));
        var again = desk.Get<RiskAssessor>().AfterMessage(state, []).Assessment.Risk;
        Assert.Equal((last.Technical, last.Emotional), (again.Technical, again.Emotional));
    }

    private static async Task<DeskHost> StartAsync()
    {
        var desk = await DeskHost.StartAsync();
        var interpreter = new EmbeddedInterpreter();
        desk.Agent.ReadsAtOnce = true;
        desk.Agent.Reads = context => interpreter.ReadAsync(
            new() { Text = context.Message.Text, Now = DeskHost.Start, Course = Course.Turns(context) }, default).AsTask().GetAwaiter().GetResult();
        return desk;
    }
}
