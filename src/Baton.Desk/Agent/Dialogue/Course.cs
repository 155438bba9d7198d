using System.Text.Json;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>What the history says about the course of the conversation, no further back than its last reopening.</summary>
internal static class Course
{
    private const int TurnsForReading = 20;

    private const int FewestDigits = 4;

    // A conversation may grow for weeks; what a turn costs must not grow with it.
    private const int LooksBack = 100;

    public static DialogueMemory MemoryOf(AgentContext context) =>
        Latest(context).Select(logged => logged.Event).OfType<DialogueAdvanced>().FirstOrDefault()?.Memory ?? DialogueMemory.Empty with { Begun = BegunEver(context), Mentioned = GivenBefore(context) };

    public static LoggedEvent? LastReplyEvent(AgentContext context) => Latest(context).FirstOrDefault(logged => logged.Event is AgentReplied);

    public static string? LastReply(AgentContext context) => (LastReplyEvent(context)?.Event as AgentReplied)?.Text;

    /// <summary>The agent's last reply, when the message can be an answer to it: written after it, with nobody else in between. Null otherwise.</summary>
    public static AgentReplied? ReplyToAnswer(AgentContext context)
    {
        var last = Latest(context).FirstOrDefault(logged => logged.Event is AgentReplied or WorkerReplied or Escalated or WorkerTookOver or GivenBack);
        return last is not null && last.Version < context.MessageVersion ? last.Event as AgentReplied : null;
    }

    /// <summary>What was said, oldest first. A notice of the service is no reply: nobody said it to the customer's last words.</summary>
    public static IReadOnlyList<Turn> Turns(AgentContext context) =>
        [.. Latest(context).Where(logged => logged.Version < context.MessageVersion).Select(logged => logged.Event switch
        {
            CustomerWrote wrote => new Turn("customer", wrote.Text),
            AgentReplied replied => new Turn("agent", replied.Text),
            WorkerReplied replied => new Turn("worker", replied.Text),
            _ => null,
        }).OfType<Turn>().Take(TurnsForReading).Reverse()];

    /// <summary>The events since the last reopening, latest first.</summary>
    private static IEnumerable<LoggedEvent> Latest(AgentContext context)
    {
        var history = context.History;
        for (var i = history.Count - 1; i >= 0 && i >= history.Count - LooksBack && history[i].Event is not ConversationReopened; i--) yield return history[i];
    }

    /// <summary>Numbers a proven customer gave in the earlier contact: they are not asked for again. What was decided then may be decided anew.</summary>
    private static Dictionary<string, JsonElement> GivenBefore(AgentContext context) =>
        Latest(context).Select(logged => logged.Event).OfType<CustomerReturned>().FirstOrDefault() is { IsProven: true } returned
            ? returned.Values.Where(value => value.Value.ToString().Count(char.IsAsciiDigit) >= FewestDigits).ToDictionary()
            : [];

    // After a reopening the memory is empty but the numbers of procedures go on, so that call ids stay unique.
    private static int BegunEver(AgentContext context)
    {
        for (var i = context.History.Count - 1; i >= 0; i--)
        {
            if (context.History[i].Event is DialogueAdvanced advanced) return advanced.Memory.Begun;
        }

        return 0;
    }
}
