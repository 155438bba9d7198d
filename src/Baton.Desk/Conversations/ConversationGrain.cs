using Baton.Journal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>
/// Loads the log, lets a pure function decide, appends, and answers only when the append is durable. The agent's reading and
/// turns run beside the requests and come back as decisions too; a gate keeps every decision on the latest state.
/// </summary>
internal sealed partial class ConversationGrain(
    IJournal journal,
    IAgent agent,
    ILiveFeed feed,
    WaitEstimator waits,
    Notices notices,
    EligibilityPolicy eligibility,
    RiskAssessor assessor,
    IWorkforce workforce,
    IOptions<DeadlineOptions> deadlines,
    IOptions<MailOptions> mail,
    IOptions<HandoffOptions> handoff,
    AnswerChoices choices,
    IOptions<IntakeOptions> intake,
    Retrials retrials,
    TimeProvider time,
    ILogger<ConversationGrain> logger) : Grain, IConversationGrain, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private List<LoggedEvent> _history = [];
    private ConversationState _state = ConversationState.Empty;

    private ConversationId Id { get; set; }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Id = new ConversationId(this.GetPrimaryKeyString());
        await LoadAsync(cancellationToken);
        StartWork();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => StopWorkAsync();

    public void Dispose()
    {
        _stopped.Dispose();
        _gate.Dispose();
    }

    public async Task<CommandResult> OpenAsync(OpenConversation command)
    {
        var wait = await waits.EstimateAsync(command.Team);
        return await ExecuteAsync((state, now) => CustomerActs.Open(state, command, notices.Welcome(command.Locale, wait, now, waits.ZoneOf(command.Team))), needsExisting: false);
    }

    public async Task<CommandResult> WriteAsync(WriteMessage message)
    {
        var wait = await waits.EstimateAsync(_state.Team);
        var result = await ExecuteAsync((state, now) => WithReadingAsync(state, CustomerActs.Write(state, message), wait, now));
        // What is answered is the message's place, whatever its reading led to.
        return result.Refusal is null && _state.Receipts.TryGetValue(ConversationState.CustomerKey(message.MessageId), out var receipt)
            ? result with { Version = receipt.Version, At = receipt.At }
            : result;
    }

    public async Task<CommandResult> AskForPersonAsync()
    {
        var wait = await waits.EstimateAsync(_state.Team);
        return await ExecuteAsync((state, now) => CustomerActs.AskForPerson(state, Promise(wait, state, now, EscalationKind.Requested)));
    }

    public async Task<CommandResult> ArrangeAsync(ArrangeAnswer command)
    {
        var wait = await waits.EstimateAsync(_state.Team);
        return await ExecuteAsync((state, now) => ArrangementActs.Arrange(state, command, choices.For(state, wait, now), notices, now, waits.ZoneOf(state.Team)));
    }

    public async Task<AnswerOffer> ListAnswersAsync()
    {
        var wait = await waits.EstimateAsync(_state.Team);
        return choices.For(_state, wait, InWholeMicroseconds(time.GetUtcNow()));
    }

    public Task<CommandResult> RateAsync(int score, string comment) => ExecuteAsync((state, _) => CustomerActs.Rate(state, score, comment));

    public Task<CommandResult> LeaveAsync() => ExecuteAsync((state, _) => CustomerActs.Leave(state));

    public Task<CommandResult> SuperviseAsync(ActingWorker worker) => ExecuteAsync((state, _) => SupervisionActs.Assign(state, worker));

    public Task<CommandResult> ClaimAsync(ActingWorker worker, bool hasRoom) =>
        ExecuteAsync((state, _) => WorkerActs.Claim(state, worker, notices, hasRoom));

    public Task<CommandResult> WhisperAsync(ActingWorker worker, string text) => ExecuteAsync((state, _) => WorkerActs.Whisper(state, worker, text));

    public Task<CommandResult> TakeOverAsync(ActingWorker worker) => ExecuteAsync((state, _) => WorkerActs.TakeOver(state, worker, notices));

    public Task<CommandResult> ReplyAsync(ActingWorker worker, WriteMessage message) =>
        ExecuteAsync((state, now) => HandoffClocks.With(state, WorkerActs.Reply(state, worker, message, notices), now), message.Letter);

    public Task<CommandResult> StepInAsync(ActingWorker worker, WriteMessage message) =>
        ExecuteAsync((state, _) => StepInActs.StepIn(state, worker, message));

    public Task<CommandResult> GiveBackAsync(ActingWorker worker, string agreed) =>
        ExecuteAsync((state, _) => WorkerActs.GiveBack(state, worker, agreed, notices));

    public async Task<CommandResult> ReleaseAsync(ActingWorker worker, string why)
    {
        var wait = await waits.EstimateAsync(_state.Team);
        return await ExecuteAsync((state, now) => WorkerActs.Release(state, worker, why, Promise(wait, state, now, why: null)));
    }

    public Task<CommandResult> CloseAsync(ActingWorker worker, string outcome) =>
        ExecuteAsync((state, _) => WorkerActs.Close(state, worker, outcome, notices));

    public Task<CommandResult> MarkSignalAsync(ActingWorker worker, int messageVersion, string code, SignalMark mark) =>
        ExecuteAsync((state, _) => SignalMarks.Mark(state, _history, worker, messageVersion, code, mark, assessor));

    public async Task<CommandResult> WriteLetterAsync(OpenConversation open, WriteMessage message, LetterArrived letter)
    {
        var wait = await waits.EstimateAsync(_state.Version == 0 ? open.Team : _state.Team);
        return await ExecuteAsync(
            (state, now) => LetterActs.Write(state, open, message, letter, () => Promise(wait, state.Version == 0 ? state with { Channel = open.Channel, Locale = open.Locale } : state, now, EscalationKind.Policy)),
            needsExisting: false);
    }

    public Task<CommandResult> NoteLetterAsync(LetterArrived letter, LetterTracked? tracked) => ExecuteAsync((state, _) => LetterActs.Note(state, letter, tracked));

    public Task<CommandResult> TrackLetterAsync(LetterTracked tracked) => ExecuteAsync((state, _) => LetterActs.Track(state, tracked));

    public async Task WakeAsync()
    {
        StartWork();
        if (Deadlines.Next(_state, deadlines.Value) is not { } due || due > time.GetUtcNow())
        {
            // Set by an import or by other settings than today's: write it as it is now.
            await journal.SetDeadlineAsync(Id, Deadlines.Next(_state, deadlines.Value), CancellationToken.None);
            return;
        }

        var wait = await waits.EstimateAsync(_state.Team);
        var worker = _state.Worker?.Id;
        var isAtWork = worker is not null && (await workforce.ListAsync(CancellationToken.None)).Any(presence => presence.Worker.Id == worker);
        await ExecuteAsync((state, now) =>
            Deadlines.Reached(state, now, deadlines.Value, isAtWork && state.Worker?.Id == worker, () => Promise(wait, state, now, state.Holder == Holder.Agent ? EscalationKind.Technical : null, isRenewal: true), notices));
    }

    public async Task ReviewPromiseAsync()
    {
        var wait = await waits.EstimateAsync(_state.Team);
        await ExecuteAsync((state, now) =>
        {
            var by = mail.Value.Wait(state.AnsweredOn, wait, now);
            return PromiseReview.Decide(state, now, notices.Sooner(state.Locale, by, now, waits.ZoneOf(state.Team)), handoff.Value);
        });
    }

    private Task<CommandResult> ExecuteAsync(Func<ConversationState, DateTimeOffset, Decision> decide, LetterWish? wish = null, bool needsExisting = true) =>
        ExecuteAsync((state, now) => ValueTask.FromResult(decide(state, now)), wish, needsExisting);

    /// <summary>Decides on the latest state and appends what it leads to; on a conflict, which only a second activation can cause, reads and decides again.</summary>
    private async Task<CommandResult> ExecuteAsync(Func<ConversationState, DateTimeOffset, ValueTask<Decision>> decide, LetterWish? wish = null, bool needsExisting = true)
    {
        await _gate.WaitAsync();
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                if (needsExisting && _state.Version == 0) return CommandResult.Refused(RefusalCode.NotFound, "There is no such conversation.");
                var now = InWholeMicroseconds(time.GetUtcNow());
                var decision = await decide(_state, now);
                if (decision.Answer is { } answer) return answer;
                if (decision.Events.Count == 0) return new() { Version = _state.Version, At = _state.LastEventAt, IsRepeat = true };
                try
                {
                    return await AppendAsync(decision.Events, wish, now);
                }
                catch (VersionConflictException) when (attempt < 3)
                {
                    await LoadAsync(CancellationToken.None);
                }
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<CommandResult> AppendAsync(IReadOnlyList<ConversationEvent> decided, LetterWish? wish, DateTimeOffset now)
    {
        var events = EffortMeasures.With(_state, _history, AbuseShield.With(_state, OutgoingLetters.With(_state, Id, decided, mail.Value.Acknowledges, wish)), now);
        var next = _state;
        for (var i = 0; i < events.Count; i++) next = next.Apply(new(0, Id, _state.Version + i + 1, now, events[i]));
        var logged = await journal.AppendAsync(Id, _state.Version, events, now, Deadlines.Next(next, deadlines.Value), CancellationToken.None);
        var epoch = _state.Epoch;
        _history.AddRange(logged);
        _state = next;
        if (epoch != _state.Epoch || _state.Holder != Holder.Agent) CancelTurn();
        StartWork();
        return new() { Version = logged[decided.Count - 1].Version, At = logged[^1].At };
    }

    // The log keeps no less: a state folded before the append is the state that is read from the log later.
    private static DateTimeOffset InWholeMicroseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _history = [.. await journal.ReadAsync(Id, 0, cancellationToken)];
        _state = ConversationState.From(_history);
    }

    private CustomerNotified Promise(ExpectedWait wait, ConversationState state, DateTimeOffset now, EscalationKind? why, bool isRenewal = false) =>
        isRenewal && state is { Holder: Holder.Queue, Arrangement.Way: AnswerWays.Callback }
            ? notices.CallbackRenewed(state.Locale, wait, now, waits.ZoneOf(state.Team))
            : notices.Promise(state.Locale, mail.Value.Wait(state.AnsweredOn, wait, now), now, waits.ZoneOf(state.Team), isRenewal && state.Holder == Holder.Queue, MailOptions.IsByLetter(state.AnsweredOn), why);
}
