using Baton.Journal;

namespace Baton.Desk;

/// <summary>What people have done in a conversation since a worker took it over. For the worker's own eyes while it lasts; never a ranking.</summary>
/// <param name="Worker">Who holds it.</param>
/// <param name="TakenOverIn">Version of the takeover.</param>
/// <param name="How">As in <see cref="WorkerTookOver"/>.</param>
public sealed record WorkerEffort(WorkerId Worker, int TakenOverIn, string How)
{
    /// <summary>In an emotional case so many rounds may pass before a next step is proposed.</summary>
    public const int RoundsWithoutOffer = 2;

    /// <summary>Why a person was called; null when the worker came unasked.</summary>
    public EscalationKind? Kind { get; init; }

    /// <summary>True when patience or trust was lost.</summary>
    public bool IsEmotional { get; init; }

    /// <summary>Messages to the customer.</summary>
    public int Messages { get; init; }

    /// <summary>Rounds that people answered: a customer's turn and the reply to it.</summary>
    public int Rounds { get; init; }

    /// <summary>Rounds that anybody answered since the conversation was opened (again).</summary>
    public int AllRounds { get; init; }

    /// <summary>Questions asked of the customer.</summary>
    public int Questions { get; init; }

    /// <summary>Messages that offered or told of a solution, and goodwill given.</summary>
    public int Solutions { get; init; }

    /// <summary>True when nothing concrete was offered for two rounds in an emotional case.</summary>
    public bool IsStepDue => IsEmotional && Rounds >= RoundsWithoutOffer && Solutions == 0;
}
