using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>
/// The AI that serves customers. It reads a message and takes one turn; everything it wants to have happened comes back as
/// events, which the conversation appends only while the agent still owns it.
/// </summary>
internal interface IAgent
{
    /// <summary>Reads a customer's message. Never throws for a broken model: the embedded interpreter decides then.</summary>
    Task<Reading> ReadAsync(AgentContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a message that is about to be kept, so that message and reading are one append. Null when that would keep the
    /// customer's acknowledgement waiting: a language model reads, or the text is long. <see cref="ReadAsync"/> reads it then.
    /// </summary>
    /// <param name="context">The conversation before the message; <see cref="AgentContext.History"/> does not hold it yet.</param>
    /// <param name="cancellationToken">Cancelled when the conversation leaves this node.</param>
    ValueTask<Reading?> TryReadAtOnceAsync(AgentContext context, CancellationToken cancellationToken);

    /// <summary>Takes the turn that answers the message. Called only while the agent owns the conversation.</summary>
    /// <param name="context">The conversation up to and including the message and its reading.</param>
    /// <param name="reading">What was understood.</param>
    /// <param name="tools">Every tool call goes through it.</param>
    /// <param name="cancellationToken">Cancelled when the agent loses the conversation.</param>
    Task<AgentTurn> TakeTurnAsync(AgentContext context, Reading reading, IToolLog tools, CancellationToken cancellationToken);
}

/// <summary>What the agent knows of the conversation at its turn.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Customer">The verified identity; the only one tools ever see.</param>
/// <param name="Locale">The customer's language.</param>
/// <param name="Message">The message to answer.</param>
/// <param name="MessageVersion">Its version.</param>
/// <param name="History">All events so far, oldest first. The agent looks no further back than the last <see cref="ConversationReopened"/>.</param>
/// <param name="Frames">Procedures under way, the current one last.</param>
/// <param name="Whispers">What workers told the agent since its last turn.</param>
/// <param name="Now">The time of the turn.</param>
internal sealed record AgentContext(
    ConversationId Conversation,
    Customer Customer,
    string Locale,
    CustomerWrote Message,
    int MessageVersion,
    IReadOnlyList<LoggedEvent> History,
    IReadOnlyList<ProcedureFrame> Frames,
    IReadOnlyList<string> Whispers,
    DateTimeOffset Now);

/// <summary>Writes tool calls into the log, the call before it is made and the result after.</summary>
internal interface IToolLog
{
    /// <summary>Logs the call. Durable when it completes.</summary>
    /// <exception cref="OwnershipLostException">The agent no longer owns the conversation: the tool must not be called.</exception>
    Task CallingAsync(ToolCalled call, CancellationToken cancellationToken);

    /// <summary>Logs the result, whoever owns the conversation by now: what was done was done.</summary>
    Task ReturnedAsync(ToolReturned result, CancellationToken cancellationToken);
}

/// <summary>The agent lost the conversation in the middle of its turn; the turn ends here.</summary>
internal sealed class OwnershipLostException() : Exception("The agent no longer owns the conversation.");

/// <summary>What the agent wants to have happened, in order.</summary>
/// <param name="Events">
/// Only <see cref="AgentReplied"/>, <see cref="AgentReplyWithheld"/>, <see cref="DialogueAdvanced"/>, <see cref="ProcedureEnded"/> and <see cref="SignalRaised"/>.
/// </param>
/// <param name="Escalation">When set, the agent asks for a person; the conversation decides and tells the customer.</param>
/// <param name="IsResolved">True when the customer said that nothing more is needed: the conversation may close.</param>
internal sealed record AgentTurn(IReadOnlyList<ConversationEvent> Events, EscalationRequest? Escalation = null, bool IsResolved = false);

/// <summary>A wish for a person.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Reason">In words a worker understands.</param>
internal sealed record EscalationRequest(EscalationKind Kind, string Reason);
