using System.Text.Json;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

/// <summary>What the log tells of how conversations of the agent ended, for learning.</summary>
public sealed class PastCourseTests
{
    private static readonly WorkerId Worker = new("w1");
    private static readonly ConversationId One = ConversationId.New(TimeProvider.System), Other = ConversationId.New(TimeProvider.System);

    public static TheoryData<string, ConversationEvent[]> Ends => new()
    {
        { "technically False, emotionally False", [new ConversationClosed("customer", null, "resolved")] },
        { "technically False, emotionally True", [Read("angry"), new ConversationClosed("deadline", null, "silent")] },
        { "technically True, emotionally False", [Read("neutral"), new ConversationClosed("customer", null, "unresolved")] },
        { "technically False, emotionally True", [new Escalated(EscalationKind.Emotional, EscalationTrigger.Worker, "", [], 2), new ConversationClosed("worker", Worker, "resolved")] },
        { "technically True, emotionally False", [new WorkerTookOver(Worker, "Wanda", "takeover", 2), Read("angry", 9)] },
        { "nothing", [new Escalated(EscalationKind.Technical, EscalationTrigger.Algorithm, "", [], 2), new ConversationClosed("worker", Worker, "resolved")] },
        { "nothing", [] },
        { "technically False, emotionally ?", [new Escalated(EscalationKind.Technical, EscalationTrigger.Algorithm, "", [], 2), Mark(SignalMark.Wrong)] },
        { "nothing", [new Escalated(EscalationKind.Technical, EscalationTrigger.Algorithm, "", [], 2), Mark(SignalMark.Wrong), Mark(SignalMark.Missed)] },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task The_log_tells_how_the_agent_s_course_ended(string end, ConversationEvent[] then)
    {
        var courses = await CoursesAsync(Events(One, [Opened, new CustomerWrote("m1", "Where is it?", []), .. then]));
        Assert.Equal(end, courses.SingleOrDefault() is { } course ? $"technically {Word(course.FailsTechnically)}, emotionally {Word(course.FailsEmotionally)}" : "nothing");
    }

    [Fact]
    public async Task A_course_is_what_was_said_while_the_agent_had_it_with_what_a_worker_said_of_feelings()
    {
        ConversationEvent[] events =
        [
            Opened, new CustomerWrote("m1", "Where is it?", []), new AgentReplied("Which order?", 2, [], []), new CustomerWrote("m2", "Great service.", []), Read("satisfied", 4),
            new WorkerTookOver(Worker, "Wanda", "takeover", 2), new WorkerReplied(Worker, "Wanda", "r1", "Hello!", []), new CustomerWrote("m3", "At last.", []),
            new SignalMarked(Worker, "Wanda", 4, "angry", EscalationKind.Emotional, "", SignalMark.Missed),
        ];
        var courses = await CoursesAsync(Events(One, events).Concat(Events(Other, [Opened, new CustomerWrote("m1", "Hello", []), new ConversationClosed("customer", null, "resolved")])));

        Assert.Equal([One.ToString(), Other.ToString()], courses.Select(course => course.Conversation));
        Assert.Equal([(true, 2), (false, 3), (true, 4)], courses[0].Turns.Select(turn => (turn.IsCustomer, turn.Version)));
        Assert.True(courses[0].Turns[2].Opinion.Angry > 0.5);
    }

    private static ConversationOpened Opened => new("web", Customer.Anonymous, "en", "default", false);

    private static MessageInterpreted Read(string feeling, int version = 2) => new(version, "embedded", "en", null, 0, feeling, JsonDocument.Parse("[]").RootElement);

    private static SignalMarked Mark(SignalMark mark) => new(Worker, "Wanda", 2, "said-again", EscalationKind.Technical, "", mark);

    private static string Word(bool? fails) => fails?.ToString() ?? "?";

    private static IEnumerable<LoggedEvent> Events(ConversationId conversation, IEnumerable<ConversationEvent> events) =>
        events.Select((happened, place) => new LoggedEvent(0, conversation, place + 1, DeskHost.Start.AddMinutes(place), happened));

    private static async Task<List<KnownCourse>> CoursesAsync(IEnumerable<LoggedEvent> events)
    {
        List<KnownCourse> courses = [];
        await foreach (var course in PastCourses.ReadAsync(events.ToAsyncEnumerable(), Cancel)) courses.Add(course);
        return courses;
    }
}
