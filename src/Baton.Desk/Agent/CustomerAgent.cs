using Baton.Language;

namespace Baton.Desk;

/// <summary>The agent: an interpreter understands, procedures act.</summary>
internal sealed class CustomerAgent(Func<ProcedureSet> procedures, AgentInterpreters interpreters, IReplyPhraser phraser, IToolBox toolBox, AgentTexts texts, ReplyJudge judge, TimeProvider time) : IAgent
{
    // Some tens of microseconds for the embedded interpreter.
    private const int LengthReadAtOnce = 1_000;

    public async Task<Reading> ReadAsync(AgentContext context, CancellationToken cancellationToken) =>
        TappedChoice.Read(context, procedures(), texts)
        ?? await interpreters.First.ReadAsync(ReadingRequests.Of(context, procedures()), cancellationToken);

    public async ValueTask<Reading?> TryReadAtOnceAsync(AgentContext context, CancellationToken cancellationToken) =>
        ReferenceEquals(interpreters.First, interpreters.Embedded) && context.Message.Text.Length <= LengthReadAtOnce
            ? await ReadAsync(context, cancellationToken)
            : null;

    public async Task<AgentTurn> TakeTurnAsync(AgentContext context, Reading reading, IToolLog tools, CancellationToken cancellationToken)
    {
        reading = await WhisperedAsync(context, reading, cancellationToken);
        var turn = new TurnState(context, reading, procedures(), texts) { Judge = judge };
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

    // A worker's whisper helps where the message alone says nothing; it can name a procedure or a value, never say yes for the customer.
    private async Task<Reading> WhisperedAsync(AgentContext context, Reading reading, CancellationToken cancellationToken)
    {
        if (context.Whispers.Count == 0 || reading.Commands.Count > 0) return reading;
        var whispered = await interpreters.Embedded.ReadAsync(ReadingRequests.Of(context, procedures()) with { Text = context.Whispers[^1] }, cancellationToken);
        return reading with { Commands = [.. whispered.Commands.Where(command => command is StartProcedure or SetValue)] };
    }
}
