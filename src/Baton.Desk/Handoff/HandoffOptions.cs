using System.ComponentModel.DataAnnotations;

namespace Baton.Desk;

/// <summary>What customers who wait for a person are promised. Section <c>Desk:Handoff</c>.</summary>
public sealed class HandoffOptions
{
    /// <summary>The wait that is promised while nothing is known of real waits. Default: 3 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "23:59:59")]
    public TimeSpan ExpectedWait { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>The wait that is promised when everybody at work is busy or away, for each round of customers before this one. Default: 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "23:59:59")]
    public TimeSpan BusyWait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Time zone of the opening hours, IANA name. Default: <c>UTC</c>.</summary>
    [Required]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>
    /// When people are at work, one line a weekday, e.g. <c>Monday 09:00-17:30</c>. Empty: whenever a worker is signed in.
    /// Default: empty.
    /// </summary>
    public IList<string> OpeningHours { get; } = [];

    /// <summary>How long after opening a customer who wrote out of hours is answered at the latest. Default: 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "23:59:59")]
    public TimeSpan AnswerAfterOpening { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The promise when no hours are configured and nobody is signed in: long, because it must be kept. Default: 12 hours.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")]
    public TimeSpan UnstaffedWait { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// Days off in the same time zone, one a line: <c>2026-12-24</c> once, <c>12-25</c> every year, or with the hours that hold
    /// instead, e.g. <c>2026-12-24 09:00-12:00</c>. Need opening hours. Default: empty.
    /// </summary>
    public IList<string> Holidays { get; } = [];

    /// <summary>
    /// A waiting customer is told a shorter time when it comes at least so much sooner and halves what is left of the wait. Smaller tells
    /// more often. Default: 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ShortenedBy { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether customers who wait may choose to be called. Open it only where workers have a telephone: the call is a promise.
    /// Default: false.
    /// </summary>
    public bool OffersCallback { get; set; }

    /// <summary>Whether customers who wait may choose to be answered by mail, where a mailbox is served. Default: true.</summary>
    public bool OffersEmail { get; set; } = true;

    /// <summary>A chosen time of a call is kept within this. Smaller: stricter for workers. Default: 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "08:00:00")]
    public TimeSpan CallbackWithin { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>What teams do otherwise, by the team's name. Default: empty, all alike.</summary>
    public IDictionary<string, TeamHandoffOptions> Teams { get; } = new Dictionary<string, TeamHandoffOptions>(StringComparer.OrdinalIgnoreCase);
}
