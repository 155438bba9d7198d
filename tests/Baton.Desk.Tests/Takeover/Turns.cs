using System.Collections.Concurrent;
using System.Globalization;
using Baton.Desk;

namespace Baton.Desk.Tests;

/// <summary>The agent's turns, each held back until the test lets it go.</summary>
internal sealed class Turns
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new();

    public Turn For(string messageId, bool heedsCancellation) => _turns.GetOrAdd(messageId, _ => new Turn(heedsCancellation));

    /// <summary>Says how much of the conversation it had seen when it began.</summary>
    public async Task<AgentTurn> AnswerAsync(AgentContext context, CancellationToken cancellationToken)
    {
        var turn = _turns[context.Message.MessageId];
        turn.Begun.TrySetResult();
        await (turn.HeedsCancellation ? turn.Ready.Task.WaitAsync(cancellationToken) : turn.Ready.Task);
        return ScriptedAgent.Says(context, context.History.Count.ToString(CultureInfo.InvariantCulture));
    }

    internal sealed record Turn(bool HeedsCancellation)
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Ready { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
