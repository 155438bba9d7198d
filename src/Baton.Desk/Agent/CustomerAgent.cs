using Baton.Language;

namespace Baton.Desk;

/// <summary>The agent: an interpreter understands, procedures act.</summary>
internal sealed class CustomerAgent(AgentProcedures procedures, AgentInterpreters interpreters, IReplyPhraser phraser, IToolBox toolBox, AgentTexts texts, TimeProvider time) : IAgent
{
    public async Task<Reading> ReadAsync(AgentContext context, CancellationToken cancellationToken) =>
        TappedChoice.Read(context, procedures.Current, texts)
        ?? await interpreters.First.ReadAsync(ReadingRequests.Of(context, procedures.Current), cancellationToken);

    public async Task<AgentTurn> TakeTurnAsync(AgentContext context, Reading reading, IToolLog tools, CancellationToken cancellationToken)
    {
        var turn = new TurnState(context, reading, procedures.Current, texts);
        CommandPass.Apply(turn);
        if (turn.Escalation is null)
        {
            var caller = new ToolCaller(toolBox, tools, context, time);
            await new StepPass(turn, caller, new(turn, caller, new(interpreters.Embedded))).RunAsync(cancellationToken);
        }
        var text = TurnEvents.TextOf(turn.Parts);
        if (turn.Parts.Count > 0 && !turn.Parts.Exists(part => part.IsExact)) text = await phraser.PhraseAsync(context, text, turn.Language, cancellationToken);
        return TurnEvents.Of(turn, text);
    }
}
