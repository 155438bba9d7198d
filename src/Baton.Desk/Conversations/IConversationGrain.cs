using Baton.Journal;

namespace Baton.Desk;

/// <summary>One conversation: the single writer of its log. Keyed by the conversation's id.</summary>
internal interface IConversationGrain : IGrainWithStringKey
{
    Task<CommandResult> OpenAsync(OpenConversation command);

    Task<CommandResult> WriteAsync(WriteMessage message);

    Task<CommandResult> AskForPersonAsync();

    Task<CommandResult> ArrangeAsync(ArrangeAnswer command);

    /// <summary>How a person can answer this customer now.</summary>
    Task<AnswerOffer> ListAnswersAsync();

    Task<CommandResult> RateAsync(int score, string comment);

    Task<CommandResult> LeaveAsync();

    /// <summary>This worker supervises it from now on.</summary>
    Task<CommandResult> SuperviseAsync(ActingWorker worker);

    Task<CommandResult> ClaimAsync(ActingWorker worker, bool hasRoom);

    Task<CommandResult> WhisperAsync(ActingWorker worker, string text);

    Task<CommandResult> TakeOverAsync(ActingWorker worker);

    Task<CommandResult> ReplyAsync(ActingWorker worker, WriteMessage message);

    Task<CommandResult> StepInAsync(ActingWorker worker, WriteMessage message);

    Task<CommandResult> GiveBackAsync(ActingWorker worker, string agreed);

    Task<CommandResult> ReleaseAsync(ActingWorker worker, string why);

    Task<CommandResult> CloseAsync(ActingWorker worker, string outcome);

    Task<CommandResult> MarkSignalAsync(ActingWorker worker, int messageVersion, string code, SignalMark mark);

    /// <summary>A letter of the customer came in, or a form; it opens the conversation if there is none.</summary>
    Task<CommandResult> WriteLetterAsync(OpenConversation open, WriteMessage message, LetterArrived letter);

    /// <summary>A letter came in that a program wrote; with what it says of a letter of ours, if it does.</summary>
    Task<CommandResult> NoteLetterAsync(LetterArrived letter, LetterTracked? tracked);

    /// <summary>What became of a letter that went out.</summary>
    Task<CommandResult> TrackLetterAsync(LetterTracked tracked);

    /// <summary>A customer who waits is told when somebody has time much sooner than was promised; otherwise nothing.</summary>
    Task ReviewPromiseAsync();

    /// <summary>Help among workers, conduct of the customer, goodwill.</summary>
    Task<CommandResult> ProtectAsync(ProtectionAct act);

    /// <summary>Its deadline has passed.</summary>
    Task WakeAsync();
}
