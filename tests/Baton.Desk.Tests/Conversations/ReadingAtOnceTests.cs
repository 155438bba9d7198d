using Baton.Desk;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

public sealed class ReadingAtOnceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_and_its_reading_are_one_append_and_the_answer_names_the_message()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.ReadsAtOnce = true;
        var id = await desk.OpenAsync();
        await desk.Conversations.AskForPersonAsync(id, Cancel);
        var before = (await desk.EventsAsync(id)).Count;

        var result = await desk.CustomerWritesAsync(id, "The lamp arrived broken.", "m1");

        var events = await desk.EventsAsync(id);
        Assert.IsType<CustomerWrote>(events[before]);
        Assert.Equal(before + 1, Assert.IsType<MessageInterpreted>(events[before + 1]).MessageVersion);
        Assert.Equal(before + 1, result.Version);
        var again = await desk.CustomerWritesAsync(id, "The lamp arrived broken.", "m1");
        Assert.Equal((result.Version, result.At, true), (again.Version, again.At, again.IsRepeat));
    }

    [Fact]
    public async Task A_reading_that_calls_a_person_does_so_in_the_same_append()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.ReadsAtOnce = true;
        desk.Agent.Reads = _ => new() { Interpreter = "scripted", Language = "en", Commands = [new AskForPerson()] };
        var id = await desk.OpenAsync();

        var result = await desk.CustomerWritesAsync(id, "A person, please.");

        var events = await desk.EventsAsync(id);
        Assert.IsType<CustomerWrote>(events[result.Version - 1]);
        Assert.Contains(events, happened => happened is Escalated { Kind: EscalationKind.Requested });
        Assert.DoesNotContain(events, happened => happened is AgentReplied);
    }

    [Fact]
    public async Task A_message_whose_reading_fails_at_once_is_kept_and_read_again()
    {
        await using var desk = await DeskHost.StartAsync();
        desk.Agent.ReadsAtOnce = true;
        var tries = 0;
        desk.Agent.Reads = _ => ++tries == 1 ? throw new InvalidOperationException("broken") : new() { Interpreter = "scripted", Language = "en" };
        var id = await desk.OpenAsync();

        await desk.CustomerWritesAsync(id, "hello");

        var events = await desk.EventuallyAsync(id, happened => happened is AgentReplied);
        Assert.Single(events, logged => logged.Event is CustomerWrote);
        Assert.Single(events, logged => logged.Event is MessageInterpreted);
    }
}
