using Baton.Journal;

namespace Baton.Desk;

/// <summary>The desk's front door: every act of a customer or a worker on a conversation.</summary>
public interface IConversations
{
    /// <summary>Opens a conversation and answers its id.</summary>
    Task<ConversationId> OpenAsync(OpenConversation command, CancellationToken cancellationToken);

    /// <summary>The customer writes. Durable when it completes. The same message id again is answered with the first result.</summary>
    Task<CommandResult> WriteAsync(ConversationId conversation, WriteMessage message, CancellationToken cancellationToken);

    /// <summary>The customer asks for a person; works in every state.</summary>
    Task<CommandResult> AskForPersonAsync(ConversationId conversation, CancellationToken cancellationToken);

    /// <summary>A customer who waits for a person chooses how the answer comes; choosing again changes it.</summary>
    Task<CommandResult> ArrangeAsync(ConversationId conversation, ArrangeAnswer command, CancellationToken cancellationToken);

    /// <summary>How a person can answer the customer of this conversation; nothing to choose while nobody is awaited.</summary>
    Task<AnswerOffer> ListAnswersAsync(ConversationId conversation, CancellationToken cancellationToken);

    /// <summary>The customer rates, 1 to 5, with a comment of at most 2,000 characters.</summary>
    Task<CommandResult> RateAsync(ConversationId conversation, int score, string comment, CancellationToken cancellationToken);

    /// <summary>The customer ends the conversation.</summary>
    Task<CommandResult> LeaveAsync(ConversationId conversation, CancellationToken cancellationToken);

    /// <summary>A worker takes a waiting conversation.</summary>
    Task<CommandResult> ClaimAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken);

    /// <summary>A worker tells the agent something the customer does not see.</summary>
    Task<CommandResult> WhisperAsync(ConversationId conversation, ActingWorker worker, string text, CancellationToken cancellationToken);

    /// <summary>A worker takes the conversation from the agent, the queue or another worker.</summary>
    Task<CommandResult> TakeOverAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken);

    /// <summary>A worker replies; replying to a conversation one does not hold is taking it over.</summary>
    Task<CommandResult> ReplyAsync(ConversationId conversation, ActingWorker worker, WriteMessage message, CancellationToken cancellationToken);

    /// <summary>A worker says one thing to a customer the agent serves; the agent goes on afterwards and never answers beside it.</summary>
    Task<CommandResult> StepInAsync(ConversationId conversation, ActingWorker worker, WriteMessage message, CancellationToken cancellationToken);

    /// <summary>The worker gives the conversation back to the agent.</summary>
    /// <param name="conversation">Which.</param>
    /// <param name="worker">Who holds it.</param>
    /// <param name="agreed">What was agreed with the customer; may be empty, at most 2,000 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<CommandResult> GiveBackAsync(ConversationId conversation, ActingWorker worker, string agreed, CancellationToken cancellationToken);

    /// <summary>The worker puts the conversation back into the queue for another person.</summary>
    Task<CommandResult> ReleaseAsync(ConversationId conversation, ActingWorker worker, string why, CancellationToken cancellationToken);

    /// <summary>A worker closes the conversation.</summary>
    /// <param name="conversation">Which.</param>
    /// <param name="worker">Who closes it.</param>
    /// <param name="outcome"><c>resolved</c> or <c>unresolved</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<CommandResult> CloseAsync(ConversationId conversation, ActingWorker worker, string outcome, CancellationToken cancellationToken);

    /// <summary>A worker corrects what was read from a customer's message. The same again changes nothing.</summary>
    /// <param name="conversation">Which.</param>
    /// <param name="worker">Who says so.</param>
    /// <param name="messageVersion">Version of the message.</param>
    /// <param name="code">The signal; what can have been missed is in <see cref="KnownSignals"/>.</param>
    /// <param name="mark">Whether it is wrong or was missed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<CommandResult> MarkSignalAsync(ConversationId conversation, ActingWorker worker, int messageVersion, string code, SignalMark mark, CancellationToken cancellationToken);
}
