using Baton.Journal;
using Baton.Language;
using Microsoft.Extensions.Logging;

namespace Baton.Desk;

internal sealed partial class ConversationGrain
{
    private readonly CancellationTokenSource _stopped = new();
    private CancellationTokenSource? _turn;
    private Task _work = Task.CompletedTask;
    private readonly HashSet<ContactTrace> _traced = [];
    private (int Version, Reading Reading)? _lastReading;

    /// <summary>Reads and answers what is unread and unanswered, one message after the other, beside the grain's requests.</summary>
    private void StartWork()
    {
        if (_work.IsCompleted && _state.HasWork && !_stopped.IsCancellationRequested) _work = WorkAsync();
    }

    private async Task StopWorkAsync()
    {
        await _stopped.CancelAsync();
        CancelTurn();
        await _work;
    }

    private void CancelTurn() => _turn?.Cancel();

    private async Task WorkAsync()
    {
        await Task.Yield();
        try
        {
            while (_state.HasWork && !_stopped.IsCancellationRequested)
            {
                DelayDeactivation(deadlines.Value.AgentFails + TimeSpan.FromMinutes(1));
                if (!_state.Unread.IsEmpty) await ReadAsync(_state.Unread.Peek());
                else if (!await SlowsDownAsync() && !_state.Unanswered.IsEmpty) await AnswerAsync(_state.Unanswered.Peek());
            }
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // The grain leaves this node; its deadline brings the work back.
        }
        catch (Exception failure)
        {
            // The last line of defence: whatever failed, the deadline takes it up again or calls a person.
            LogWorkFailed(logger, Id, failure);
        }
        finally
        {
            // A negative delay takes the earlier one back: idle again, the conversation may leave memory.
            DelayDeactivation(TimeSpan.FromTicks(-1));
        }
    }

    /// <summary>Adds what a message's reading leads to, when it can be read at once; otherwise the work beside the requests reads it.</summary>
    private async ValueTask<Decision> WithReadingAsync(ConversationState state, Decision written, ExpectedWait wait, DateTimeOffset now)
    {
        // A message that opens the conversation again, or one behind others that are unread, is read in its turn.
        if (written.Events is not [CustomerWrote wrote] || !state.Unread.IsEmpty) return written;
        var version = state.Version + 1;
        try
        {
            var context = Context(state, wrote, version);
            if (await agent.TryReadAtOnceAsync(context, _stopped.Token) is not { } reading) return written;
            var after = state.Apply(new(0, Id, version, now, wrote));
            var returned = await retrials.FindAsync(Id, after, _history, wrote.Text, reading, _traced, now, _stopped.Token);
            var read = AgentActs.Read(after, version, reading, returned, eligibility, assessor, why => Promise(wait, state, now, why));
            _lastReading = (version, reading);
            return Decision.Happens([wrote, .. read.Events]);
        }
        catch (Exception failure)
        {
            // The customer's words are kept whatever became of their reading.
            LogReadingFailed(logger, Id, failure);
            return written;
        }
    }

    private async Task ReadAsync(int messageVersion)
    {
        var reading = await agent.ReadAsync(Context(messageVersion), _stopped.Token);
        var wait = await waits.EstimateAsync(_state.Team);
        var text = ((CustomerWrote)_history[messageVersion - 1].Event).Text;
        var returned = await retrials.FindAsync(Id, _state, _history, text, reading, _traced, time.GetUtcNow(), _stopped.Token);
        await ExecuteAsync((state, now) => AgentActs.Read(state, messageVersion, reading, returned, eligibility, assessor, why => Promise(wait, state, now, why)));
        _lastReading = (messageVersion, reading);
    }

    private async Task AnswerAsync(int messageVersion)
    {
        var epoch = _state.Epoch;
        using var turn = CancellationTokenSource.CreateLinkedTokenSource(_stopped.Token);
        _turn = turn;
        var context = Context(messageVersion);
        feed.Typing(Id, new("agent", null, true));
        try
        {
            var reading = _lastReading is { } last && last.Version == messageVersion ? last.Reading : await agent.ReadAsync(context, turn.Token);
            var answer = await agent.TakeTurnAsync(context, reading, new ToolLog(this, epoch), turn.Token);
            var wait = await waits.EstimateAsync(_state.Team);
            await ExecuteAsync((state, now) => AgentActs.CompleteTurn(state, epoch, messageVersion, answer, notices, assessor, why => Promise(wait, state, now, why)));
        }
        catch (Exception lost) when (lost is OwnershipLostException || (lost is OperationCanceledException && turn.IsCancellationRequested && !_stopped.IsCancellationRequested))
        {
            LogTurnDropped(logger, Id, epoch);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not VersionConflictException)
        {
            // An agent that fails, however it fails, is a technical escalation and never silence.
            LogTurnFailed(logger, Id, failure);
            var wait = await waits.EstimateAsync(_state.Team);
            await ExecuteAsync((state, now) => AgentActs.FailTurn(state, epoch, messageVersion, "The agent failed while it was answering.", Promise(wait, state, now, EscalationKind.Technical)));
        }
        finally
        {
            _turn = null;
            feed.Typing(Id, new("agent", null, false));
        }
    }

    private AgentContext Context(int messageVersion) => Context(_state, (CustomerWrote)_history[messageVersion - 1].Event, messageVersion);

    private AgentContext Context(ConversationState state, CustomerWrote message, int messageVersion) => new(
        Id, state.Customer, state.Locale, message, messageVersion,
        new HistorySnapshot(_history, _history.Count), state.Frames, state.Whispers, time.GetUtcNow());

    /// <summary>A tool's call is logged under the turn's epoch, its result under any: what was done was done.</summary>
    private sealed class ToolLog(ConversationGrain grain, int epoch) : IToolLog
    {
        public async Task CallingAsync(ToolCalled call, CancellationToken cancellationToken)
        {
            var isOwner = false;
            await grain.ExecuteAsync((state, _) =>
            {
                isOwner = state.Epoch == epoch && state.Holder == Holder.Agent;
                return isOwner ? Decision.Happens(call) : Decision.Nothing;
            });
            if (!isOwner) throw new OwnershipLostException();
        }

        public Task ReturnedAsync(ToolReturned result, CancellationToken cancellationToken) =>
            grain.ExecuteAsync((_, _) => Decision.Happens(result));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Conversation {Conversation}: a turn begun in epoch {Epoch} was dropped; the agent no longer owns it.")]
    private static partial void LogTurnDropped(ILogger logger, ConversationId conversation, int epoch);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Conversation {Conversation}: a message could not be read at once; it is kept and read again.")]
    private static partial void LogReadingFailed(ILogger logger, ConversationId conversation, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Conversation {Conversation}: the agent's turn failed; a person was called.")]
    private static partial void LogTurnFailed(ILogger logger, ConversationId conversation, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Conversation {Conversation}: reading or answering failed; its deadline takes it up again.")]
    private static partial void LogWorkFailed(ILogger logger, ConversationId conversation, Exception failure);
}
