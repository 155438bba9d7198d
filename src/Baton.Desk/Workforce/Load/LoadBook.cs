using System.Collections.Concurrent;
using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>
/// What each worker inherited lately and who knows which customer: a fold of the log's tail, so that a restart forgets nothing that
/// still counts. Followed on every node.
/// </summary>
internal sealed class LoadBook(IOptions<LoadOptions> options)
{
    /// <summary>How much of the log is read again at start: hours of a busy desk, while loads decay within the hour.</summary>
    public const int Tail = 20_000;

    private const int RememberedCustomers = 50_000;

    private readonly ConcurrentDictionary<WorkerId, WorkerLoad> _loads = new();
    private readonly ConcurrentDictionary<string, WorkerId> _knows = new(StringComparer.Ordinal);
    private readonly Dictionary<ConversationId, Matter> _matters = [];

    /// <summary>What customers said of those who helped them, beside how upset they came.</summary>
    public RatingBook Ratings { get; } = new(options.Value.EmotionalFrom);

    /// <summary>The inherited part of a worker's load; the conversations held now are not in it.</summary>
    public WorkerLoad Of(WorkerId worker) => _loads.GetValueOrDefault(worker, WorkerLoad.None) with { Own = 0 };

    /// <summary>Who helped this customer last; null for nobody we remember.</summary>
    public WorkerId? WhoKnows(Customer customer) => customer.Id is { } id && _knows.TryGetValue(id, out var worker) ? worker : null;

    /// <summary>How upset a customer is, 0 to 1: the risk, and at least an emotional case when that is why a person was called.</summary>
    public static double Aggravation(double emotionalRisk, EscalationKind? kind, LoadOptions options) =>
        kind == EscalationKind.Emotional ? Math.Max(emotionalRisk, options.EmotionalFrom) : emotionalRisk;

    /// <summary>The worker ends the breather early.</summary>
    public void EndBreather(WorkerId worker)
    {
        if (_loads.TryGetValue(worker, out var load)) _loads[worker] = load with { BreatherUntil = null };
    }

    /// <summary>Takes in the next event of the log. Called in order, by one follower.</summary>
    public void Apply(LoggedEvent logged)
    {
        var matter = _matters.GetValueOrDefault(logged.Conversation, Matter.Unknown);
        switch (logged.Event)
        {
            case ConversationOpened { Customer.Id: { } id }:
                Remember(logged, matter with { Customer = id });
                break;
            case RiskAssessed risk:
                Remember(logged, matter with { EmotionalRisk = risk.Emotional });
                break;
            case Escalated escalated:
                Remember(logged, matter with { Kind = escalated.Kind });
                break;
            case WorkerTookOver { How: StepInActs.How }:
                // One message is no burden taken on.
                break;
            case WorkerTookOver taken:
                End(matter, logged.At);
                Remember(logged, Take(logged.Conversation, matter, taken.Worker, logged.At));
                break;
            case MessageShielded when matter.Worker is not null:
                // Whoever was abused has had a hard case, whatever it was before.
                Remember(logged, matter with { Inherited = Math.Max(matter.Inherited, options.Value.HardFrom) });
                break;
            case GivenBack or WorkerReleased:
                End(matter, logged.At);
                Remember(logged, matter with { Worker = null, Kind = null });
                break;
            case ConversationRated rated:
                Ratings.Rates(logged.Conversation, rated.Score);
                break;
            case ConversationClosed:
                End(matter, logged.At);
                _matters.Remove(logged.Conversation);
                break;
        }
    }

    private Matter Take(ConversationId conversation, Matter matter, WorkerId worker, DateTimeOffset at)
    {
        var aggravation = Aggravation(matter.EmotionalRisk, matter.Kind, options.Value);
        Ratings.Took(conversation, worker, aggravation);
        _loads[worker] = _loads.GetValueOrDefault(worker, WorkerLoad.None).Takes(at, aggravation, options.Value);
        if (matter.Customer is { } customer && _knows.Count < RememberedCustomers) _knows[customer] = worker;
        return matter with { Worker = worker, Inherited = aggravation };
    }

    private void End(Matter matter, DateTimeOffset at)
    {
        if (matter.Worker is { } worker && _loads.TryGetValue(worker, out var load)) _loads[worker] = load.Ends(at, matter.Inherited, options.Value);
    }

    private void Remember(LoggedEvent logged, Matter matter) => _matters[logged.Conversation] = matter;

    private sealed record Matter(string? Customer, double EmotionalRisk, EscalationKind? Kind, WorkerId? Worker, double Inherited)
    {
        public static readonly Matter Unknown = new(null, 0, null, null, 0);
    }
}
