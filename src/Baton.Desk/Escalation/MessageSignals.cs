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
        if (reading.AsksForPerson) signals.Add(Raise("asks-for-person", messageVersion));
        if (FeelingSignal(reading, messageVersion) is { } feeling) signals.Add(feeling);
        if (state.CustomerTurns.Find(turn => turn.Version == messageVersion) is { } now && Repeats(state, now))
            signals.Add(Raise("same-question-again", messageVersion));
        return signals;
    }

    private static SignalRaised? FeelingSignal(Reading reading, int messageVersion)
    {
        var code = reading.Feeling switch
        {
            Feeling.Angry => "angry",
            Feeling.Resigned => "resigned",
            Feeling.Frustrated => "frustrated",
            Feeling.Worried => "worried",
            _ => null,
        };
        return code is null || !IsShown(reading) ? null : Raise(code, messageVersion, reading.FeelingEvidence);
    }

    /// <summary>
    /// Whether the feeling is sure enough to act on. A model names the likeliest feeling of a message; a worker is called only for one that
    /// is likelier than none. Who answers the agent's question with a no gives up a request, not the service.
    /// </summary>
    private static bool IsShown(Reading reading) => reading.Feeling switch
    {
        Feeling.Resigned when reading.Commands.Any(command => command is Deny or Confirm or StopProcedure) => false,
        Feeling.Worried => true,
        _ => reading.Dissatisfaction is null or >= 0.5,
    };

    /// <summary>A known signal, seen in a message.</summary>
    public static SignalRaised Raise(string code, int messageVersion, string? evidence = null)
    {
        var known = KnownSignals.Find(code) ?? throw new ArgumentException($"There is no signal {code}.", nameof(code));
        return new(known.Code, known.Kind, messageVersion, evidence is null ? $"{known.Words}." : $"{known.Words}: “{evidence}”.", known.Weight);
    }

    private static bool Repeats(ConversationState state, CustomerTurn now) =>
        now.Words.Count >= 3 && state.CustomerTurns.Any(before => before.Version < now.Version && before.Words.Count >= 3 && AreTheSame(before.Words, now.Words));

    private static bool AreTheSame(IReadOnlySet<string> before, IReadOnlySet<string> now)
    {
        var common = now.Count(before.Contains);
        return common >= SameQuestion * (before.Count + now.Count - common);
    }
}
