using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>What the history says about the course of the conversation, no further back than its last reopening.</summary>
internal static class Course
{
    private const int TurnsForReading = 20;

    public static IEnumerable<LoggedEvent> Recent(AgentContext context)
    {
        var start = context.History.LastOrDefault(logged => logged.Event is ConversationReopened)?.Version ?? 0;
        return context.History.Where(logged => logged.Version > start);
    }

    public static DialogueMemory MemoryOf(AgentContext context) =>
        Recent(context).Select(logged => logged.Event).OfType<DialogueAdvanced>().LastOrDefault()?.Memory ?? DialogueMemory.Empty with { Begun = BegunEver(context) };

    public static LoggedEvent? LastReplyEvent(AgentContext context) => Recent(context).LastOrDefault(logged => logged.Event is AgentReplied);

    public static string? LastReply(AgentContext context) => (LastReplyEvent(context)?.Event as AgentReplied)?.Text;

    /// <summary>True when the message can be an answer to the agent's last reply: written after it, with nobody else in between.</summary>
    public static bool AnswersLastReply(AgentContext context) =>
        LastReplyEvent(context) is { } reply
        && reply.Version < context.MessageVersion
        && !Recent(context).Any(logged => logged.Version > reply.Version && (logged.Event is WorkerReplied or Escalated or WorkerTookOver or GivenBack));

    public static IReadOnlyList<Turn> Turns(AgentContext context) =>
        [.. Recent(context).Where(logged => logged.Version < context.MessageVersion).Select(logged => logged.Event switch
        {
            CustomerWrote wrote => new Turn("customer", wrote.Text),
            AgentReplied replied => new Turn("agent", replied.Text),
            WorkerReplied replied => new Turn("worker", replied.Text),
            CustomerNotified notified => new Turn("service", notified.Text),
            _ => null,
        }).OfType<Turn>().TakeLast(TurnsForReading)];

    // After a reopening the memory is empty but the numbers of procedures go on, so that call ids stay unique.
    private static int BegunEver(AgentContext context) =>
        context.History.Select(logged => logged.Event).OfType<DialogueAdvanced>().LastOrDefault()?.Memory.Begun ?? 0;
}
