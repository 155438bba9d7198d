using System.ComponentModel.DataAnnotations;

namespace Baton.Desk;

/// <summary>
/// What work weighs on a worker and how much a worker is protected from. Section <c>Desk:Load</c>. The number of customers is not
/// workload: emotional load slows and tires as customers do (Altman, Yom-Tov, Olivares, Ashtar and Rafaeli 2021, M&amp;SOM 23:4).
/// </summary>
public sealed class LoadOptions
{
    /// <summary>What an own conversation weighs; a worker's capacity is counted in it. Default: 1.</summary>
    [Range(0.1, 10)]
    public double OwnWeight { get; set; } = 1;

    /// <summary>What an agent-handled conversation weighs that the worker supervises and that is at risk. Default: 0.25.</summary>
    [Range(0.0, 10)]
    public double WatchedWeight { get; set; } = 0.25;

    /// <summary>What a calm agent-handled conversation weighs that the worker supervises. Default: 0.02.</summary>
    [Range(0.0, 10)]
    public double SupervisedWeight { get; set; } = 0.02;

    /// <summary>
    /// How many agent-handled conversations one worker supervises at most. More are watched by nobody by name and stand on the lead's
    /// view as unwatched. Default: 30.
    /// </summary>
    [Range(1, 1_000)]
    public int MostSupervised { get; set; } = 30;

    /// <summary>After this long half of the inherited aggravation is gone from a worker's emotional load. Default: 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan EmotionalHalfLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>From this aggravation on, 0 to 1, a conversation counts as an emotional case. Default: 0.5.</summary>
    [Range(0.05, 1)]
    public double EmotionalFrom { get; set; } = 0.5;

    /// <summary>From this aggravation on a case is hard: after it comes a breather. Default: 0.8.</summary>
    [Range(0.05, 1)]
    public double HardFrom { get; set; } = 0.8;

    /// <summary>How many emotional cases in a row a worker is given, when nobody else is free for the second. Default: 2.</summary>
    [Range(1, 20)]
    public int MostEmotionalInRow { get; set; } = 2;

    /// <summary>A row of emotional cases is over after this long without one. Default: 20 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RowForgottenAfter { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How many emotional cases a worker is given within an hour. Default: 6.</summary>
    [Range(1, 60)]
    public int MostEmotionalPerHour { get; set; } = 6;

    /// <summary>After a hard case nothing is given to the worker for so long; the worker may end it. Default: 3 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Breather { get; set; } = TimeSpan.FromMinutes(3);
}
