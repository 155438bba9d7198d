namespace Baton.Language;

/// <summary>
/// One turn of a conversation as risk is read from it. Its words are taken apart once, when they are first needed. Immutable; may be
/// used from any thread.
/// </summary>
public sealed class RiskTurn
{
    private readonly string _text;
    private TurnWords? _words;

    /// <param name="isCustomer">True for the customer's turn, false for the agent's (or a worker's).</param>
    /// <param name="text">What was said.</param>
    /// <param name="at">When.</param>
    /// <param name="version">Where it stands in the conversation; signals name it.</param>
    public RiskTurn(bool isCustomer, string text, DateTimeOffset at, int version)
        : this(isCustomer, text, at, version, null)
    {
    }

    private RiskTurn(bool isCustomer, string text, DateTimeOffset at, int version, TurnWords? words)
    {
        ArgumentNullException.ThrowIfNull(text);
        (IsCustomer, _text, At, Version, _words) = (isCustomer, text, at, version, words);
    }

    /// <summary>True for the customer's turn.</summary>
    public bool IsCustomer { get; }

    /// <summary>When it was said.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Where it stands in the conversation.</summary>
    public int Version { get; }

    /// <summary>How many tools did what they should before this turn of the agent.</summary>
    public int ToolsDone { get; private init; }

    /// <summary>How many failed or refused.</summary>
    public int ToolsFailed { get; private init; }

    /// <summary>What the message models say of a customer's turn.</summary>
    public TurnOpinion Opinion { get; private init; } = TurnOpinion.Unknown;

    internal TurnWords Words => _words ??= TurnWords.Of(_text);

    /// <summary>The same turn with an opinion on it.</summary>
    public RiskTurn With(TurnOpinion opinion)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        return new(IsCustomer, _text, At, Version, _words) { ToolsDone = ToolsDone, ToolsFailed = ToolsFailed, Opinion = opinion };
    }

    /// <summary>The same turn of the agent with the tools called before it.</summary>
    public RiskTurn With(int toolsDone, int toolsFailed) =>
        new(IsCustomer, _text, At, Version, _words) { ToolsDone = toolsDone, ToolsFailed = toolsFailed, Opinion = Opinion };
}
