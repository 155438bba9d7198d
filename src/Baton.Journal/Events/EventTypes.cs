using System.Text.Json;

namespace Baton.Journal;

/// <summary>
/// The names under which events are in the log: a word for what happened, a dot, and the version of its fields. A name never
/// changes its meaning; events written under old versions are lifted to the newest when they are read.
/// </summary>
public static class EventTypes
{
    internal static readonly EventCatalog Catalog = new(
        [
            new("conversation-opened.1", EventJson.Default.ConversationOpened),
            new("eligibility-decided.1", EventJson.Default.EligibilityDecided),
            new("customer-wrote.1", EventJson.Default.CustomerWrote),
            new("message-interpreted.1", EventJson.Default.MessageInterpreted) { HoldsJson = true },
            new("agent-replied.1", EventJson.Default.AgentReplied),
            new("agent-reply-withheld.1", EventJson.Default.AgentReplyWithheld),
            new("worker-replied.1", EventJson.Default.WorkerReplied),
            new("customer-notified.1", EventJson.Default.CustomerNotified),
            new("tool-called.1", EventJson.Default.ToolCalled) { HoldsJson = true },
            new("tool-returned.1", EventJson.Default.ToolReturned) { HoldsJson = true },
            new("dialogue-advanced.1", EventJson.Default.DialogueAdvanced) { HoldsJson = true },
            new("procedure-ended.1", EventJson.Default.ProcedureEnded),
            new("signal-raised.1", EventJson.Default.SignalRaised),
            new("signal-marked.1", EventJson.Default.SignalMarked),
            new("risk-assessed.1", EventJson.Default.RiskAssessed),
            new("escalated.1", EventJson.Default.Escalated),
            new("supervisor-assigned.1", EventJson.Default.SupervisorAssigned),
            new("worker-took-over.1", EventJson.Default.WorkerTookOver),
            new("help-began.1", EventJson.Default.HelpBegan),
            new("worker-whispered.1", EventJson.Default.WorkerWhispered),
            new("effort-measured.1", EventJson.Default.EffortMeasured),
            new("given-back.1", EventJson.Default.GivenBack),
            new("worker-released.1", EventJson.Default.WorkerReleased),
            new("answer-arranged.1", EventJson.Default.AnswerArranged),
            new("conversation-closed.1", EventJson.Default.ConversationClosed),
            new("conversation-reopened.1", EventJson.Default.ConversationReopened),
            new("customer-returned.1", EventJson.Default.CustomerReturned) { HoldsJson = true },
            new("conversation-rated.1", EventJson.Default.ConversationRated),
            new("message-shielded.1", EventJson.Default.MessageShielded),
            new("shield-lifted.1", EventJson.Default.ShieldLifted),
            new("customer-warned.1", EventJson.Default.CustomerWarned),
            new("contact-end-asked.1", EventJson.Default.ContactEndAsked),
            new("contact-end-decided.1", EventJson.Default.ContactEndDecided),
            new("help-asked.1", EventJson.Default.HelpAsked),
            new("help-settled.1", EventJson.Default.HelpSettled),
            new("colleague-whispered.1", EventJson.Default.ColleagueWhispered),
            new("worker-joined.1", EventJson.Default.WorkerJoined),
            new("worker-left.1", EventJson.Default.WorkerLeft),
            new("goodwill-granted.1", EventJson.Default.GoodwillGranted),
            new("intake-slowed.1", EventJson.Default.IntakeSlowed),
            new("intake-resumed.1", EventJson.Default.IntakeResumed),
            new("letter-arrived.1", EventJson.Default.LetterArrived),
            new("letter-queued.1", EventJson.Default.LetterQueued),
            new("letter-tracked.1", EventJson.Default.LetterTracked),
        ],
        upcasts: []);

    /// <summary>Every name that is written today, in no particular order.</summary>
    public static IReadOnlyCollection<string> Names => Catalog.Names;

    /// <summary>The name under which an event is written.</summary>
    /// <exception cref="EventFormatException">The type is not in the list.</exception>
    public static string NameOf(ConversationEvent @event) => Catalog.TypeOf(@event).Name;

    /// <summary>An event's fields as UTF-8 JSON, without its name.</summary>
    /// <exception cref="EventFormatException">The event cannot be kept without loss, e.g. half of a surrogate pair in a text.</exception>
    public static byte[] Write(ConversationEvent @event) => Catalog.Write(@event);

    /// <summary>Writes an event's fields as a JSON object into a document under way.</summary>
    /// <exception cref="EventFormatException">The event cannot be written without loss.</exception>
    public static void WriteTo(Utf8JsonWriter writer, ConversationEvent @event) => Catalog.WriteTo(writer, @event);

    /// <summary>Reads an event back from its name and its fields; names of older versions are understood.</summary>
    /// <exception cref="EventFormatException">The name is unknown or the fields do not fit it.</exception>
    public static ConversationEvent Read(string name, ReadOnlySpan<byte> json) => Catalog.Read(name, json);
}

/// <summary>An event that cannot be read or written.</summary>
public sealed class EventFormatException(string message, Exception? inner = null) : Exception(message, inner);
