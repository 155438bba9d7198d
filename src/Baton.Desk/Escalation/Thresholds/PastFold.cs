using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>Follows one conversation through the log to what thresholds need of it.</summary>
internal sealed class PastFold
{
    private const int BadRating = 2;

    private readonly List<double> _risks = [];
    private string? _team;
    private bool _withAgent = true, _answered, _agentFailed, _failed, _unclear, _closed, _unhappy, _leftUpset;
    private int? _personAt;

    /// <summary>Whether the agent has had it without a break so far.</summary>
    public bool IsWithAgent => _withAgent;

    /// <summary>The kind of failure where it failed: emotional when the customer was last unhappy in what they wrote, or left for that reason.</summary>
    public EscalationKind KindOfFailure => _unhappy || _leftUpset ? EscalationKind.Emotional : EscalationKind.Technical;

    /// <summary>How it went.</summary>
    public PastEnd End => _failed ? PastEnd.Failed : _unclear || !_closed ? PastEnd.Unknown : PastEnd.Well;

    public void Add(ConversationEvent happened)
    {
        switch (happened)
        {
            case ConversationOpened opened: _team = opened.Team; break;
            case EligibilityDecided { IsEligible: false }: _unclear = true; break;
            case CustomerWrote when _withAgent: _risks.Add(0); break;
            case MessageInterpreted read when _withAgent: _unhappy = read.Feeling is "frustrated" or "angry" or "resigned"; break;
            case RiskAssessed risk when _withAgent && _risks.Count > 0: _risks[^1] = Math.Max(_risks[^1], Math.Min(risk.Technical + risk.Emotional, 1)); break;
            case SignalRaised { Kind: EscalationKind.Technical } signal when _withAgent: _agentFailed |= IsOfAgent(signal); break;
            case AgentReplied: _answered = true; break;
            case Escalated escalated when _withAgent: Leave(escalated); break;

            // A worker who looked saw the need.
            case WorkerTookOver when _withAgent: Leave(failed: true); break;
            case ConversationRated rated: _failed |= rated.Score <= BadRating; break;
            case ConversationClosed closed: Close(closed); break;
            case ConversationReopened: _closed = false; break;
            default: break;
        }
    }

    /// <summary>What became of it; null when its beginning was not seen or the customer never wrote.</summary>
    public PastConversation? Result() => _team is null || _risks.Count == 0 ? null : new(_team, _risks, _personAt, End);

    private void Leave(Escalated escalated)
    {
        _leftUpset = escalated.Kind == EscalationKind.Emotional;

        // What would have become of one that risk gave away, nobody knows; who asks for a person at once never tried the agent.
        var asksInVain = escalated.Kind == EscalationKind.Requested && _answered;
        var couldNotGoOn = escalated.Kind == EscalationKind.Technical && _agentFailed;
        Leave(asksInVain || couldNotGoOn || escalated.Trigger == EscalationTrigger.Worker);
    }

    /// <summary>Whether a signal tells of a turn in which the agent itself failed, not of the course.</summary>
    private static bool IsOfAgent(SignalRaised signal) => !RiskReader.SignalCodes.Contains(signal.Code) && KnownSignals.Find(signal.Code) is null;

    private void Leave(bool failed)
    {
        _withAgent = false;
        _personAt = Math.Max(_risks.Count - 1, 0);
        _failed |= failed;
        _unclear |= !failed;
    }

    private void Close(ConversationClosed closed)
    {
        _closed = true;
        _failed |= closed.Outcome == "unresolved" || (_withAgent && _unhappy && closed.Outcome == "silent");
    }
}
