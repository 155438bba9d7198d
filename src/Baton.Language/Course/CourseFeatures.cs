namespace Baton.Language;

/// <summary>
/// What the course of a conversation says about a customer's turn: whether they say again what they said before, reject what they
/// got, or the reply before failed them. A pure function of the turns; each measure is between 0 and 1.
/// </summary>
internal sealed record CourseFeatures
{
    /// <summary>Customer's turns before this one: 0 for none, 1 for six and more.</summary>
    public float Rounds { get; init; }

    /// <summary>True for the customer's first turn.</summary>
    public bool IsOpening { get; init; }

    /// <summary>Likeness to the most alike of the customer's own earlier turns.</summary>
    public float RepeatsOwn { get; init; }

    /// <summary>Likeness to the customer's turn just before.</summary>
    public float RepeatsLast { get; init; }

    /// <summary>Likeness of the last reply to the most alike earlier one: the agent goes in circles.</summary>
    public float AgentRepeats { get; init; }

    /// <summary>Share of this turn's words that the last reply has.</summary>
    public float EchoesAgent { get; init; }

    /// <summary>The last reply asks something.</summary>
    public bool AgentAsks { get; init; }

    /// <summary>How often an earlier reply failed, lost the thread or apologised: 0 for never, 1 for four times and more.</summary>
    public float EarlierFailures { get; init; }

    /// <summary>How often an earlier turn of the customer rejected, corrected or insisted, likewise.</summary>
    public float EarlierResistance { get; init; }

    /// <summary>How short the turn is beside the customer's turns so far: 1 for a word after long letters, 0 for as long or longer.</summary>
    public float Shortening { get; init; }

    /// <summary>Phrases of this turn.</summary>
    public PhraseKinds Said { get; init; }

    /// <summary>Phrases of the reply before it.</summary>
    public PhraseKinds Heard { get; init; }
}
