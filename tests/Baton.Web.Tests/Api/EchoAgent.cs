using Baton.Desk;
using Baton.Journal;
using Baton.Language;

namespace Baton.Web.Tests;

/// <summary>An agent that repeats what the customer wrote; everything around it is the real desk.</summary>
internal sealed class EchoAgent : IAgent
{
    public Task<Reading> ReadAsync(AgentContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new Reading { Interpreter = "echo", Language = "en" });

    public ValueTask<Reading?> TryReadAtOnceAsync(AgentContext context, CancellationToken cancellationToken) => ValueTask.FromResult<Reading?>(null);

    public Task<AgentTurn> TakeTurnAsync(AgentContext context, Reading reading, IToolLog tools, CancellationToken cancellationToken) =>
        Task.FromResult(new AgentTurn([new AgentReplied($"You wrote: {context.Message.Text}", context.MessageVersion, [new("Yes", "yes")], [])]));
}
