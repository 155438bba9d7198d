using Baton.Journal;

namespace Baton.Web;

/// <summary>One conversation at a glance.</summary>
internal sealed record ConversationRow
{
    public required string Id { get; init; }
    public required int Version { get; init; }
    public required string Channel { get; init; }
    public required string Team { get; init; }
    public required CustomerRow Customer { get; init; }
    public required string Locale { get; init; }
    public required bool Simulated { get; init; }

    /// <summary>agent, queue, worker or closed.</summary>
    public required string Holder { get; init; }

    public string? Worker { get; init; }
    public string? WorkerName { get; init; }

    /// <summary>Ownership; grows with every change of hands.</summary>
    public required int Epoch { get; init; }

    public required int Rounds { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset LastEventAt { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public EscalationRow? Escalation { get; init; }
    public DateTimeOffset? PromisedBy { get; init; }
    public required RiskRow Risk { get; init; }
    public string? Intent { get; init; }
    public required string Snippet { get; init; }
    public int? Rating { get; init; }
    public string? Outcome { get; init; }

    public static ConversationRow Of(ConversationSummary summary) => new()
    {
        Id = summary.Id.Value,
        Version = summary.Version,
        Channel = summary.Channel,
        Team = summary.Team,
        Customer = new(summary.Customer.Id, summary.Customer.Name, summary.Customer.Email),
        Locale = summary.Locale,
        Simulated = summary.IsSimulated,
        Holder = Word(summary.Holder.ToString()),
        Worker = summary.Worker?.Value,
        WorkerName = summary.WorkerName,
        Epoch = summary.Epoch,
        Rounds = summary.Rounds,
        OpenedAt = summary.OpenedAt,
        LastEventAt = summary.LastEventAt,
        WaitingSince = summary.WaitingSince,
        Escalation = summary.EscalationKind is { } kind ? new(Word(kind.ToString()), summary.EscalationReason, summary.EscalatedAt) : null,
        PromisedBy = summary.PromisedBy,
        Risk = new(summary.TechnicalRisk, summary.EmotionalRisk, Word(summary.Level.ToString()), summary.TopSignal),
        Intent = summary.Intent,
        Snippet = summary.Snippet,
        Rating = summary.Rating,
        Outcome = summary.Outcome,
    };

    private static string Word(string name) => name.ToLowerInvariant();
}

/// <summary>Who the customer is, as far as proven; without an id the customer is anonymous.</summary>
internal sealed record CustomerRow(string? Id, string? Name, string? Email);

/// <summary>The last escalation: technical, emotional, requested or policy.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Reason">In words.</param>
/// <param name="Since">Since when it waits for a worker; absent once one has it.</param>
internal sealed record EscalationRow(string Kind, string? Reason, DateTimeOffset? Since);

/// <summary>Probabilities from 0 to 1, the level they lead to (none, watch, escalate) and the latest signal's words.</summary>
internal sealed record RiskRow(double Technical, double Emotional, string Level, string? Signal);

/// <summary>A page of conversations, those with the newest event first.</summary>
/// <param name="Conversations">The page.</param>
/// <param name="Next">Send it as <c>before</c> for the next page; absent on the last.</param>
internal sealed record ConversationsAnswer(IReadOnlyList<ConversationRow> Conversations, long? Next);
