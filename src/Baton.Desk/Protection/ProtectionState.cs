using System.Collections.Immutable;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>What the acts that protect workers need to know of a conversation's past.</summary>
internal sealed record ProtectionState
{
    public static readonly ProtectionState None = new();

    /// <summary>From this emotional risk, or from a signal of this weight on, it is a case of lost patience or trust, as an emotional escalation is.</summary>
    private const double EmotionalFrom = 0.5;

    /// <summary>Abusive messages since it was opened (again) that nobody called harmless, oldest first.</summary>
    public ImmutableList<MessageShielded> Shielded { get; init; } = [];

    /// <summary>Version of the last warning; 0 for none.</summary>
    public int WarnedAt { get; init; }

    /// <summary>Who asks a lead to end the contact; null for nobody.</summary>
    public WorkerId? EndAskedBy { get; init; }

    /// <summary>Who asks for help; null for nobody.</summary>
    public WorkerId? HelpAskedBy { get; init; }

    /// <summary>Who reads and writes along with the worker who holds it.</summary>
    public ImmutableList<ActingWorker> Joined { get; init; } = [];

    /// <summary>Made good so far.</summary>
    public ImmutableList<GoodwillGranted> Grants { get; init; } = [];

    /// <summary>True when a person was called because of feelings since it was opened (again), or anger, resignation or a high risk of them showed.</summary>
    public bool IsEmotional { get; init; }

    public bool HasJoined(WorkerId worker) => Joined.Exists(joined => joined.Id == worker);

    public ProtectionState After(ConversationEvent happened, int version, bool changesHands)
    {
        var before = changesHands ? this with { EndAskedBy = null, HelpAskedBy = null, Joined = [] } : this;
        return happened switch
        {
            MessageShielded e => before with { Shielded = before.Shielded.Add(e) },
            ShieldLifted e => before with { Shielded = before.Shielded.RemoveAll(shielded => shielded.MessageVersion == e.MessageVersion) },
            CustomerWarned => before with { WarnedAt = version },
            ContactEndAsked e => before with { EndAskedBy = e.Worker },
            ContactEndDecided => before with { EndAskedBy = null },
            HelpAsked e => before with { HelpAskedBy = e.Worker },
            HelpSettled => before with { HelpAskedBy = null },
            WorkerJoined e => before with { Joined = before.Joined.Add(new(e.Worker, e.WorkerName)) },
            WorkerLeft e => before with { Joined = before.Joined.RemoveAll(joined => joined.Id == e.Worker) },
            GoodwillGranted e => before with { Grants = before.Grants.Add(e) },
            RiskAssessed { Emotional: >= EmotionalFrom } or SignalRaised { Kind: EscalationKind.Emotional, Weight: >= EmotionalFrom } => before with { IsEmotional = true },
            Escalated { Kind: EscalationKind.Emotional } => before with { IsEmotional = true },
            ConversationReopened => None with { Grants = before.Grants },
            _ => before,
        };
    }
}
