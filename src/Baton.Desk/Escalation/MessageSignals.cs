using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>
/// What a customer's message, beside those before it, shows of a conversation going wrong. The agent's own turn raises the
/// others: a value asked for twice, a failed tool, a repetition, a matter out of scope.
/// </summary>
internal static class MessageSignals
{
    /// <summary>Two messages count as the same question from this share of common words (Jaccard index) on.</summary>
    private const double SameQuestion = 0.6;

    public static IReadOnlyList<SignalRaised> From(ConversationState state, int messageVersion, Reading reading)
    {
        List<SignalRaised> signals = [];
        if (reading.AsksForPerson)
            signals.Add(new("asks-for-person", EscalationKind.Requested, messageVersion, "Asks for a person.", 1));
        if (FeelingSignal(reading, messageVersion) is { } feeling) signals.Add(feeling);
        if (state.CustomerTurns.Find(turn => turn.Version == messageVersion) is { } now && Repeats(state, now))
            signals.Add(new("same-question-again", EscalationKind.Technical, messageVersion, "Asks the same again: the last answer did not help.", 0.45));
        return signals;
    }

    private static SignalRaised? FeelingSignal(Reading reading, int messageVersion)
    {
        var (code, words, weight) = reading.Feeling switch
        {
            Feeling.Angry => ("angry", "Is angry with us", 0.75),
            Feeling.Resigned => ("resigned", "Is giving up on us", 0.6),
            Feeling.Frustrated => ("frustrated", "Is losing patience", 0.45),
            Feeling.Worried => ("worried", "Is worried about the outcome", 0.2),
            _ => ("", "", 0d),
        };
        if (code.Length == 0) return null;
        var evidence = reading.FeelingEvidence is { } shown ? $"{words}: “{shown}”." : $"{words}.";
        return new(code, EscalationKind.Emotional, messageVersion, evidence, weight);
    }

    private static bool Repeats(ConversationState state, CustomerTurn now) =>
        now.Words.Count >= 3 && state.CustomerTurns.Any(before => before.Version < now.Version && before.Words.Count >= 3 && AreTheSame(before.Words, now.Words));

    private static bool AreTheSame(IReadOnlySet<string> before, IReadOnlySet<string> now)
    {
        var common = now.Count(before.Contains);
        return common >= SameQuestion * (before.Count + now.Count - common);
    }
}
