using System.Collections.Immutable;
using Baton.Desk;
using Baton.Journal;

namespace Baton.Insight;

/// <summary>A worker of a simulated service, with what the worker carries now.</summary>
internal sealed class SimulatedWorker(WorkerId id, double capacity, IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> shifts)
{
    public WorkerId Id { get; } = id;

    public double Capacity { get; } = capacity;

    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Shifts { get; } = shifts;

    public ImmutableArray<string> Languages { get; init; } = [];

    public ImmutableArray<string> Skills { get; init; } = [];

    public bool IsAtWork { get; set; }

    public WorkerLoad Load { get; set; } = WorkerLoad.None;

    /// <summary>Open offers; they count as own conversations until they are answered.</summary>
    public int Offered { get; set; }

    public DateTimeOffset LastGiven { get; set; }

    /// <summary>All aggravation inherited in the run.</summary>
    public double Inherited { get; set; }

    public double HoursWorked { get; set; }

    /// <summary>The highest emotional load in the run.</summary>
    public double HighestLoad { get; set; }

    public WorkerAtWork Now => new(Id, Capacity, Load with { Own = Load.Own + Offered }) { Languages = Languages, Skills = Skills };
}
