using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

/// <summary>One worker's acts on one conversation. Each answers why it was refused; null when it was carried out.</summary>
public sealed class ConversationActs(IConversations conversations, IProtection protection, ConversationId conversation, ActingWorker worker)
{
    /// <summary>The worker who acts.</summary>
    public ActingWorker Worker => worker;

    /// <summary>Takes it: from the queue by claiming, else by taking over.</summary>
    public async Task<string?> TakeAsync(Holder holder, CancellationToken cancellationToken) => Why(holder == Holder.Queue
        ? await conversations.ClaimAsync(conversation, worker, cancellationToken)
        : await conversations.TakeOverAsync(conversation, worker, cancellationToken));

    /// <summary>Carries out what was written.</summary>
    /// <param name="mode">What it is.</param>
    /// <param name="messageId">The browser's id of the message: sending it again after a lost connection sends it once.</param>
    /// <param name="text">The text; for closing, <c>resolved</c> or <c>unresolved</c>.</param>
    /// <param name="attachments">Files of a reply.</param>
    /// <param name="letter">Subject and copies where a reply goes as a letter; null elsewhere.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    public async Task<string?> SubmitAsync(ComposerMode mode, string messageId, string text, IReadOnlyList<AttachmentRef> attachments, LetterWish? letter, CancellationToken cancellationToken) => Why(mode switch
    {
        ComposerMode.Whisper => await conversations.WhisperAsync(conversation, worker, text, cancellationToken),
        ComposerMode.StepIn => await conversations.StepInAsync(conversation, worker, new(messageId, text, []), cancellationToken),
        ComposerMode.GiveBack => await conversations.GiveBackAsync(conversation, worker, text, cancellationToken),
        ComposerMode.Release => await conversations.ReleaseAsync(conversation, worker, text, cancellationToken),
        ComposerMode.Close => await conversations.CloseAsync(conversation, worker, text, cancellationToken),
        _ => await conversations.ReplyAsync(conversation, worker, new(messageId, text, attachments) { Letter = letter }, cancellationToken),
    });

    /// <summary>A word to the colleague who holds it.</summary>
    public async Task<string?> WhisperToColleagueAsync(string text, CancellationToken cancellationToken) =>
        Why(await protection.WhisperToColleagueAsync(conversation, worker, text, cancellationToken));

    /// <summary>Corrects what was read from a message.</summary>
    public async Task<string?> MarkAsync(SignalCorrection correction, CancellationToken cancellationToken) =>
        Why(await conversations.MarkSignalAsync(conversation, worker, correction.MessageVersion, correction.Code, correction.Mark, cancellationToken));

    private static string? Why(CommandResult result) => result.Refusal?.Why;
}

/// <summary>What a worker says of a message's signal.</summary>
/// <param name="MessageVersion">Version of the message.</param>
/// <param name="Code">The signal.</param>
/// <param name="Mark">Wrong or missed.</param>
public sealed record SignalCorrection(int MessageVersion, string Code, SignalMark Mark);
