namespace Baton.Insight;

/// <summary>A service to be simulated. Everything a customer does is drawn before the run, so that each routing meets the same customers.</summary>
public sealed record SimulatedService
{
    /// <summary>Workers employed. Default: 200.</summary>
    public int Workers { get; init; } = 200;

    /// <summary>Conversations in all. Default: 50,000.</summary>
    public int Conversations { get; init; } = 50_000;

    /// <summary>Days. Default: 7.</summary>
    public int Days { get; init; } = 7;

    /// <summary>Length of a shift; each worker works five of seven days. Default: 5 hours.</summary>
    public TimeSpan Shift { get; init; } = TimeSpan.FromHours(5);

    /// <summary>A worker's capacity, in own conversations. Default: 3.</summary>
    public double Capacity { get; init; } = 3;

    /// <summary>Share of conversations that need a person if nobody looks before. Default: 0.35.</summary>
    public double NeedPerson { get; init; } = 0.35;

    /// <summary>Probability that a supervisor who carries nothing notices a conversation going wrong; falls with load to 0. An assumption. Default: 0.35.</summary>
    public double Attention { get; init; } = 0.35;

    /// <summary>Mean time a person needs for a conversation when it is the only one. Default: 14 minutes.</summary>
    public TimeSpan Service { get; init; } = TimeSpan.FromMinutes(14);

    /// <summary>Mean patience of a customer who waits for a person. Default: 15 minutes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How much longer each further own conversation makes the others. Default: 0.18, after the first figures of Goes, Ilk, Lin and Zhao
    /// (Management Science 64:7, 2018).
    /// </summary>
    public double SlowedByEach { get; init; } = 0.18;

    /// <summary>How much longer one unit of emotional load makes a conversation; an assumption. Default: 0.1.</summary>
    public double SlowedByAggravation { get; init; } = 0.1;

    /// <summary>Share of those who need a person who are upset. Default: 0.3.</summary>
    public double Upset { get; init; } = 0.3;

    /// <summary>Share of upset customers in the two hours of Wednesday's breakdown, when twice as many write. Default: 0.6.</summary>
    public double UpsetInBreakdown { get; init; } = 0.6;

    /// <summary>Seed of all that is drawn. Default: 1.</summary>
    public int Seed { get; init; } = 1;
}
