using System.Globalization;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk.Tests;

/// <summary>A conversation with the agent without a grain: it keeps the log as the desk would and lets a test speak as the customer.</summary>
internal sealed class AgentConversation(IAgent agent, Customer customer, TimeProvider time, string locale = "en") : IToolLog
{
    private readonly List<LoggedEvent> _history = [];

    public ConversationId Id { get; } = ConversationId.New(time);

    public IReadOnlyList<LoggedEvent> History => _history;

    public IEnumerable<ConversationEvent> Events => _history.Select(logged => logged.Event);

    public IReadOnlyList<ProcedureFrame> Frames { get; private set; } = [];

    public AgentTurn LastTurn { get; private set; } = new([]);

    public Reading LastReading { get; private set; } = new() { Interpreter = "", Language = "en" };

    public string Reply => LastTurn.Events.OfType<AgentReplied>().LastOrDefault()?.Text ?? "";

    public IReadOnlyList<string> Choices => [.. LastTurn.Events.OfType<AgentReplied>().LastOrDefault()?.Choices.Select(choice => choice.Label) ?? []];

    public IEnumerable<string> Signals => LastTurn.Events.OfType<SignalRaised>().Select(signal => signal.Code);

    public IEnumerable<ToolCalled> Calls => Events.OfType<ToolCalled>();

    /// <summary>Set to end the turn in the middle, as a crash does.</summary>
    public Func<ToolCalled, Task>? BeforeCall { get; set; }

    public Func<ToolReturned, Task>? AfterCall { get; set; }

    public IReadOnlyList<string> Whispers { get; set; } = [];

    /// <summary>Loses the events of the last turn that were not tool calls, as a crash right before their append does.</summary>
    public void Forget(int turns)
    {
        for (; turns > 0; turns--)
        {
            foreach (var happened in LastTurn.Events) _history.Remove(_history.Last(logged => ReferenceEquals(logged.Event, happened)));
            Frames = _history.Select(logged => logged.Event).OfType<DialogueAdvanced>().LastOrDefault()?.Frames ?? [];
        }
    }

    public async Task<string> SaysAsync(string text)
    {
        var message = new CustomerWrote(_history.Count.ToString(CultureInfo.InvariantCulture), text, []);
        var version = Append(message);
        await TurnAsync(message, version);
        return Reply;
    }

    /// <summary>Takes the turn for the last message again, as after a crash.</summary>
    public Task TurnAgainAsync()
    {
        var last = _history.Last(logged => logged.Event is CustomerWrote);
        return TurnAsync((CustomerWrote)last.Event, last.Version);
    }

    public int Append(ConversationEvent happened)
    {
        _history.Add(new(_history.Count + 1, Id, _history.Count + 1, time.GetUtcNow(), happened));
        return _history.Count;
    }

    public async Task CallingAsync(ToolCalled call, CancellationToken cancellationToken)
    {
        Append(call);
        if (BeforeCall is not null) await BeforeCall(call);
    }

    public async Task ReturnedAsync(ToolReturned result, CancellationToken cancellationToken)
    {
        if (AfterCall is not null) await AfterCall(result);
        Append(result);
    }

    private async Task TurnAsync(CustomerWrote message, int version)
    {
        AgentContext Context() => new(Id, customer, locale, message, version, [.. _history], Frames, Whispers, time.GetUtcNow());
        LastReading = await agent.ReadAsync(Context(), TestContext.Current.CancellationToken);
        LastTurn = await agent.TakeTurnAsync(Context(), LastReading, this, TestContext.Current.CancellationToken);
        foreach (var happened in LastTurn.Events) Append(happened);
        Frames = LastTurn.Events.OfType<DialogueAdvanced>().LastOrDefault()?.Frames ?? Frames;
        if (LastTurn.Escalation is { } escalation) Append(new Escalated(escalation.Kind, EscalationTrigger.Algorithm, escalation.Reason, [], 2));
    }
}
