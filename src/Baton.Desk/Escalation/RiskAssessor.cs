using System.Collections.Immutable;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>A risk and the kind of failure it speaks for most.</summary>
/// <param name="Risk">For the log.</param>
/// <param name="Kind">The kind decides how the person repairs it.</param>
internal sealed record Assessment(RiskAssessed Risk, EscalationKind Kind);

/// <summary>Assesses a conversation's risk from its course, its signals and its team's thresholds.</summary>
internal sealed class RiskAssessor(RiskReader reader, TeamThresholds thresholds)
{
    // More would hide the message they stand at.
    private const int MostSignals = 2;

    /// <summary>The risk after a customer's message, and the signals of the course that were not raised yet.</summary>
    /// <param name="state">With the message and its opinion in its course.</param>
    /// <param name="signals">Signals that the message itself raised, in the order they will be logged.</param>
    public (Assessment Assessment, IReadOnlyList<SignalRaised> Course) AfterMessage(ConversationState state, IReadOnlyList<SignalRaised> signals)
    {
        var course = ReadCourse(state);
        var raised = course.Signals.Select(Raise).Where(signal => !IsKnown(state.Signals, signal) && !IsKnown(signals, signal)).Take(MostSignals).ToList();
        return (Assess(state, state.Signals.AddRange(signals), course.Technical, course.Emotional), raised);
    }

    /// <summary>The risk after more signals, the course being what it was.</summary>
    public Assessment AfterSignals(ConversationState state, ImmutableList<SignalRaised> signals) => Assess(state, signals, state.Risk.Technical, state.Risk.Emotional);

    /// <summary>The risk after a worker's correction, which the state's course already has. What rose by a mistake falls at once.</summary>
    public Assessment AfterMark(ConversationState state)
    {
        var course = ReadCourse(state);
        return Assess(state with { Level = RiskLevel.None }, state.Signals, course.Technical, course.Emotional);
    }

    private RiskReading ReadCourse(ConversationState state)
    {
        var last = state.Course.FindLastIndex(turn => turn.IsCustomer);
        if (last < 0) return RiskReading.None;
        return reader.Read(last == state.Course.Count - 1 ? state.Course : state.Course.GetRange(0, last + 1));
    }

    private Assessment Assess(ConversationState state, ImmutableList<SignalRaised> signals, double technical, double emotional)
    {
        var byCourse = RiskPolicy.LevelOf(technical, emotional, thresholds.Of(state.Team), state.Level);
        var byEvents = RiskPolicy.LevelOfEvents(
            signals.Where(signal => !RiskReader.SignalCodes.Contains(signal.Code)), [.. state.CustomerTurns.Select(turn => turn.Version)], state.Level);
        var kind = byEvents.Level >= byCourse ? byEvents.Kind : emotional >= technical ? EscalationKind.Emotional : EscalationKind.Technical;
        return new(new(Math.Round(technical, 3), Math.Round(emotional, 3), byEvents.Level > byCourse ? byEvents.Level : byCourse), kind);
    }

    private static bool IsKnown(IReadOnlyList<SignalRaised> signals, SignalRaised signal) => signals.Any(known => known.Code == signal.Code && known.MessageVersion == signal.MessageVersion);

    private static SignalRaised Raise(RiskSignal signal) =>
        new(signal.Code, signal.IsEmotional ? EscalationKind.Emotional : EscalationKind.Technical, signal.Version, signal.Words + ".", signal.Weight);
}
