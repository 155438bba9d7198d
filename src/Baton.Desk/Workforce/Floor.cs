using Baton.Journal;

namespace Baton.Desk;

/// <summary>The floor as it is now.</summary>
/// <param name="Workers">Everybody at work.</param>
/// <param name="Offers">What is offered to whom.</param>
/// <param name="Trend">The team's emotional load over the last hours, oldest first.</param>
[GenerateSerializer, Immutable]
public sealed record FloorView([property: Id(0)] IReadOnlyList<WorkerPresence> Workers, [property: Id(1)] IReadOnlyList<WorkOffer> Offers, [property: Id(2)] IReadOnlyList<TeamLoad> Trend)
{
    /// <summary>Nobody there yet.</summary>
    public static readonly FloorView Empty = new([], [], []);
}

/// <summary>The team's emotional load, of all together: never one worker's.</summary>
/// <param name="At">When.</param>
/// <param name="Mean">Mean emotional load of those at work.</param>
/// <param name="Workers">How many were at work.</param>
[GenerateSerializer, Immutable]
public sealed record TeamLoad([property: Id(0)] DateTimeOffset At, [property: Id(1)] double Mean, [property: Id(2)] int Workers);

/// <summary>What one worker carries, for this worker's own eyes.</summary>
/// <param name="Cognitive">Weight of all conversations, in own conversations.</param>
/// <param name="Capacity">The worker's capacity.</param>
/// <param name="Supervised">Agent-handled conversations the worker supervises.</param>
/// <param name="Emotional">Aggravation inherited lately; 1 is one furious customer just now.</param>
/// <param name="EmotionalLastHour">Emotional cases within the last hour.</param>
/// <param name="BreatherUntil">Until when nothing is given; null for no breather.</param>
public sealed record OwnLoad(double Cognitive, double Capacity, int Supervised, double Emotional, int EmotionalLastHour, DateTimeOffset? BreatherUntil)
{
    /// <summary>Conversations the worker answers.</summary>
    public int Own { get; init; }

    /// <summary>Those among the supervised that are at risk.</summary>
    public int Watched { get; init; }
}

/// <summary>The floor, followed on every node: one question a second however many look.</summary>
public interface IFloor
{
    /// <summary>The floor, at most some seconds old.</summary>
    FloorView Now { get; }

    /// <summary>What a worker carries. Ask only for the worker who looks.</summary>
    OwnLoad LoadOf(WorkerId worker, double capacity);

    /// <summary>A worker's emotional load, if the worker shares it; null otherwise.</summary>
    double? SharedEmotional(WorkerId worker);

    /// <summary>A worker's ratings. Ask only for the worker who looks.</summary>
    OwnRatings RatingsOf(WorkerId worker);

    /// <summary>The ratings of all together.</summary>
    TeamRatings Ratings { get; }

    /// <summary>Calls back after each look at the floor, on any thread: return at once.</summary>
    IDisposable Subscribe(Action onChanged);
}
