using Baton.Desk;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

/// <summary>An agent that reads and answers as the test says; by default it understands nothing and echoes.</summary>
internal sealed class ScriptedAgent : IAgent
{
    public Func<AgentContext, Reading> Reads { get; set; } = _ => new Reading { Interpreter = "scripted", Language = "en" };

    public Func<AgentContext, IToolLog, CancellationToken, Task<AgentTurn>> Answers { get; set; } =
        (context, _, _) => Task.FromResult(Says(context, $"You wrote: {context.Message.Text}"));

    /// <summary>True when it reads like the embedded interpreter, before the message is kept.</summary>
    public bool ReadsAtOnce { get; set; }

    public static AgentTurn Says(AgentContext context, string text) => new([new AgentReplied(text, context.MessageVersion, [], [])]);

    public Task<Reading> ReadAsync(AgentContext context, CancellationToken cancellationToken) => Task.FromResult(Reads(context));

    public ValueTask<Reading?> TryReadAtOnceAsync(AgentContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ReadsAtOnce ? Reads(context) : null);

    public Task<AgentTurn> TakeTurnAsync(AgentContext context, Reading reading, IToolLog tools, CancellationToken cancellationToken) =>
        Answers(context, tools, cancellationToken);
}
