using Baton.Journal;

namespace Baton.Desk;

/// <summary>Sends each act to its conversation's grain.</summary>
internal sealed class GrainConversations(IGrainFactory grains, Workforce workforce, TimeProvider time) : IConversations
{
    public async Task<ConversationId> OpenAsync(OpenConversation command, CancellationToken cancellationToken)
    {
        var id = ConversationId.New(time);
        await Grain(id).OpenAsync(command).WaitAsync(cancellationToken);
        return id;
    }

    public Task<CommandResult> WriteAsync(ConversationId conversation, WriteMessage message, CancellationToken cancellationToken) =>
        Grain(conversation).WriteAsync(message).WaitAsync(cancellationToken);

    public Task<CommandResult> AskForPersonAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        Grain(conversation).AskForPersonAsync().WaitAsync(cancellationToken);

    public Task<CommandResult> ArrangeAsync(ConversationId conversation, ArrangeAnswer command, CancellationToken cancellationToken) =>
        Grain(conversation).ArrangeAsync(command).WaitAsync(cancellationToken);

    public Task<AnswerOffer> ListAnswersAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        Grain(conversation).ListAnswersAsync().WaitAsync(cancellationToken);

    public Task<CommandResult> RateAsync(ConversationId conversation, int score, string comment, CancellationToken cancellationToken) =>
        Grain(conversation).RateAsync(score, comment).WaitAsync(cancellationToken);

    public Task<CommandResult> LeaveAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        Grain(conversation).LeaveAsync().WaitAsync(cancellationToken);

    public Task<CommandResult> ClaimAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken) =>
        workforce.TakeWithinCapacityAsync(worker.Id, conversation, hasRoom => Grain(conversation).ClaimAsync(worker, hasRoom)).WaitAsync(cancellationToken);

    public Task<CommandResult> WhisperAsync(ConversationId conversation, ActingWorker worker, string text, CancellationToken cancellationToken) =>
        Grain(conversation).WhisperAsync(worker, text).WaitAsync(cancellationToken);

    public Task<CommandResult> TakeOverAsync(ConversationId conversation, ActingWorker worker, CancellationToken cancellationToken) =>
        workforce.NoteAsync(conversation, worker.Id, isHeld: true, Grain(conversation).TakeOverAsync(worker)).WaitAsync(cancellationToken);

    public Task<CommandResult> ReplyAsync(ConversationId conversation, ActingWorker worker, WriteMessage message, CancellationToken cancellationToken) =>
        workforce.NoteAsync(conversation, worker.Id, isHeld: true, Grain(conversation).ReplyAsync(worker, message)).WaitAsync(cancellationToken);

    public Task<CommandResult> StepInAsync(ConversationId conversation, ActingWorker worker, WriteMessage message, CancellationToken cancellationToken) =>
        Grain(conversation).StepInAsync(worker, message).WaitAsync(cancellationToken);

    public Task<CommandResult> GiveBackAsync(ConversationId conversation, ActingWorker worker, string agreed, CancellationToken cancellationToken) =>
        workforce.NoteAsync(conversation, worker.Id, isHeld: false, Grain(conversation).GiveBackAsync(worker, agreed)).WaitAsync(cancellationToken);

    public Task<CommandResult> ReleaseAsync(ConversationId conversation, ActingWorker worker, string why, CancellationToken cancellationToken) =>
        workforce.NoteAsync(conversation, worker.Id, isHeld: false, Grain(conversation).ReleaseAsync(worker, why)).WaitAsync(cancellationToken);

    public Task<CommandResult> CloseAsync(ConversationId conversation, ActingWorker worker, string outcome, CancellationToken cancellationToken) =>
        workforce.NoteAsync(conversation, worker.Id, isHeld: false, Grain(conversation).CloseAsync(worker, outcome)).WaitAsync(cancellationToken);

    public Task<CommandResult> MarkSignalAsync(ConversationId conversation, ActingWorker worker, int messageVersion, string code, SignalMark mark, CancellationToken cancellationToken) =>
        Grain(conversation).MarkSignalAsync(worker, messageVersion, code, mark).WaitAsync(cancellationToken);

    private IConversationGrain Grain(ConversationId id) => grains.GetGrain<IConversationGrain>(id.Value);
}
