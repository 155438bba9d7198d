using Baton.Journal;

namespace Baton.Desk;

/// <summary>A lead who acts. Make one only of somebody whose role was checked.</summary>
/// <param name="Worker">Who.</param>
public readonly record struct ActingLead(ActingWorker Worker);

/// <summary>What workers do for one another, and against abuse.</summary>
public interface IProtection
{
    /// <summary>A folded message is not abusive after all.</summary>
    Task<CommandResult> LiftShieldAsync(ConversationId conversation, ActingWorker worker, int messageVersion, CancellationToken cancellationToken);

    /// <summary>The customer is warned that the contact can be ended. Only the holder, and only after an abusive message.</summary>
    Task<CommandResult> WarnAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken);

    /// <summary>Asks a lead to end the contact: after a warning that did not help, or at a threat.</summary>
    Task<CommandResult> AskToEndAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken);

    /// <summary>A lead, other than who asked, ends the contact or lets it go on.</summary>
    Task<CommandResult> DecideEndAsync(ConversationId conversation, ActingLead lead, bool isEnded, CancellationToken cancellationToken);

    /// <summary>The holder asks colleagues for help; false takes it back, and whoever helps may settle it.</summary>
    Task<CommandResult> AskForHelpAsync(ConversationId conversation, ActingWorker worker, bool isAsked, CancellationToken cancellationToken);

    /// <summary>A word to the colleague who holds the conversation; neither customer nor agent see it.</summary>
    Task<CommandResult> WhisperToColleagueAsync(ConversationId conversation, ActingWorker worker, string text, CancellationToken cancellationToken);

    /// <summary>Joins the colleague, or leaves. The customer is told both times.</summary>
    Task<CommandResult> JoinAsync(ConversationId conversation, ActingWorker worker, bool isJoined, CancellationToken cancellationToken);

    /// <summary>Relieves a colleague who asked for help or whom one has joined: the worker holds it from now on.</summary>
    Task<CommandResult> SwapAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class Protection(IGrainFactory grains, Workforce workforce) : IProtection
{
    public Task<CommandResult> LiftShieldAsync(ConversationId conversation, ActingWorker worker, int messageVersion, CancellationToken cancellationToken) =>
        ActAsync(conversation, new LiftShield(worker, messageVersion), cancellationToken);

    public Task<CommandResult> WarnAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken) =>
        ActAsync(conversation, new WarnCustomer(worker), cancellationToken);

    public Task<CommandResult> AskToEndAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken) =>
        ActAsync(conversation, new AskToEnd(worker), cancellationToken);

    public Task<CommandResult> DecideEndAsync(ConversationId conversation, ActingLead lead, bool isEnded, CancellationToken cancellationToken) =>
        ActAsync(conversation, new DecideEnd(lead.Worker, isEnded), cancellationToken);

    public Task<CommandResult> AskForHelpAsync(ConversationId conversation, ActingWorker worker, bool isAsked, CancellationToken cancellationToken) =>
        ActAsync(conversation, new AskForHelp(worker, isAsked), cancellationToken);

    public Task<CommandResult> WhisperToColleagueAsync(ConversationId conversation, ActingWorker worker, string text, CancellationToken cancellationToken) =>
        ActAsync(conversation, new WhisperToColleague(worker, text), cancellationToken);

    public Task<CommandResult> JoinAsync(ConversationId conversation, ActingWorker worker, bool isJoined, CancellationToken cancellationToken) =>
        ActAsync(conversation, new Join(worker, isJoined), cancellationToken);

    public Task<CommandResult> SwapAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken) =>
        workforce.NoteAsync(conversation, worker.Id, isHeld: true, grains.GetGrain<IConversationGrain>(conversation.Value).ProtectAsync(new Swap(worker))).WaitAsync(cancellationToken);

    private Task<CommandResult> ActAsync(ConversationId conversation, ProtectionAct act, CancellationToken cancellationToken) =>
        grains.GetGrain<IConversationGrain>(conversation.Value).ProtectAsync(act).WaitAsync(cancellationToken);
}
