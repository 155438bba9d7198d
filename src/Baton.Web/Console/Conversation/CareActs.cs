using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

/// <summary>One worker's acts of help and against abuse on one conversation. Each answers why it was refused; null when it was carried out.</summary>
public sealed class CareActs(IProtection protection, ConversationId conversation, WorkerSession session)
{
    /// <summary>The worker who acts.</summary>
    public ActingWorker Worker => session.Worker;

    /// <summary>True for leads and admins.</summary>
    public bool IsLead => session.IsLead;

    /// <summary>A folded message is not abusive.</summary>
    public async Task<string?> LiftAsync(int messageVersion, CancellationToken cancellationToken) => Why(await protection.LiftShieldAsync(conversation, Worker, messageVersion, cancellationToken));

    /// <summary>The next step against abuse: a warning, and after it the question to a lead.</summary>
    public async Task<string?> WarnOrAskToEndAsync(ConversationView view, CancellationToken cancellationToken) => Why(view.MayAskToEnd
        ? await protection.AskToEndAsync(conversation, Worker, cancellationToken)
        : await protection.WarnAsync(conversation, Worker, cancellationToken));

    /// <summary>Warns the customer.</summary>
    public async Task<string?> WarnAsync(CancellationToken cancellationToken) => Why(await protection.WarnAsync(conversation, Worker, cancellationToken));

    /// <summary>Ends the contact or lets it go on, as a lead.</summary>
    public async Task<string?> DecideEndAsync(bool isEnded, CancellationToken cancellationToken) => IsLead
        ? Why(await protection.DecideEndAsync(conversation, new(Worker), isEnded, cancellationToken))
        : "Only a lead decides this.";

    /// <summary>Asks colleagues for help, or takes it back.</summary>
    public async Task<string?> ToggleHelpAsync(ConversationView view, CancellationToken cancellationToken) =>
        Why(await protection.AskForHelpAsync(conversation, Worker, view.HelpAskedBy is null, cancellationToken));

    /// <summary>Joins the colleague who holds it, or leaves.</summary>
    public async Task<string?> ToggleJoinAsync(ConversationView view, CancellationToken cancellationToken) =>
        Why(await protection.JoinAsync(conversation, Worker, !view.HasJoined(Worker.Id), cancellationToken));

    /// <summary>Relieves the colleague who holds it.</summary>
    public async Task<string?> SwapAsync(CancellationToken cancellationToken) => Why(await protection.SwapAsync(conversation, Worker, cancellationToken));

    private static string? Why(CommandResult result) => result.Refusal?.Why;
}
