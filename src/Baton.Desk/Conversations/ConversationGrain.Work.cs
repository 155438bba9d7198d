using Baton.Journal;
using Baton.Language;
using Microsoft.Extensions.Logging;

namespace Baton.Desk;

internal sealed partial class ConversationGrain
{
    private readonly CancellationTokenSource _stopped = new();
    private CancellationTokenSource? _turn;
    private Task _work = Task.CompletedTask;
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
                else await AnswerAsync(_state.Unanswered.Peek());
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

    private async Task ReadAsync(int messageVersion)
    {
        var reading = await agent.ReadAsync(Context(messageVersion), _stopped.Token);
        var wait = await waits.EstimateAsync();
        await ExecuteAsync((state, now) => AgentActs.Read(state, messageVersion, reading, eligibility, () => Promise(wait, state, now)));
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
            var wait = await waits.EstimateAsync();
            await ExecuteAsync((state, now) => AgentActs.CompleteTurn(state, epoch, messageVersion, answer, notices, () => Promise(wait, state, now)));
        }
        catch (Exception lost) when (lost is OwnershipLostException || (lost is OperationCanceledException && turn.IsCancellationRequested && !_stopped.IsCancellationRequested))
        {
            LogTurnDropped(logger, Id, epoch);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not VersionConflictException)
        {
            // An agent that fails, however it fails, is a technical escalation and never silence.
            LogTurnFailed(logger, Id, failure);
            var wait = await waits.EstimateAsync();
            await ExecuteAsync((state, now) => AgentActs.FailTurn(state, epoch, messageVersion, "The agent failed while it was answering.", Promise(wait, state, now)));
        }
        finally
        {
            _turn = null;
            feed.Typing(Id, new("agent", null, false));
        }
    }

    private AgentContext Context(int messageVersion) => new(
        Id, _state.Customer, _state.Locale, (CustomerWrote)_history[messageVersion - 1].Event, messageVersion,
        new HistorySnapshot(_history, _history.Count), _state.Frames, _state.Whispers, time.GetUtcNow());

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

    [LoggerMessage(Level = LogLevel.Error, Message = "Conversation {Conversation}: the agent's turn failed; a person was called.")]
    private static partial void LogTurnFailed(ILogger logger, ConversationId conversation, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Conversation {Conversation}: reading or answering failed; its deadline takes it up again.")]
    private static partial void LogWorkFailed(ILogger logger, ConversationId conversation, Exception failure);
}
