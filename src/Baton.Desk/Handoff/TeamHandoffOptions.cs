using System.ComponentModel.DataAnnotations;

namespace Baton.Desk;

/// <summary>
/// What one team does otherwise than <c>Desk:Handoff</c> says for all. Section <c>Desk:Handoff:Teams:&lt;team&gt;</c>; what is left out
/// holds as for all teams.
/// </summary>
public sealed class TeamHandoffOptions
{
    /// <summary>The one line of opening hours that means around the clock.</summary>
    internal const string Always = "always";

    /// <summary>Time zone of the team's calendar, IANA name.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The team's opening hours instead of those for all; the one line <c>always</c> for whenever one of the team is signed in.</summary>
    public IList<string> OpeningHours { get; } = [];

    /// <summary>The team's days off instead of those for all.</summary>
    public IList<string> Holidays { get; } = [];

    /// <summary>The wait that is promised while nothing is known of real waits.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "23:59:59")]
    public TimeSpan? ExpectedWait { get; set; }

    /// <summary>The wait that is promised for each round of customers while everybody of the team is busy.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "23:59:59")]
    public TimeSpan? BusyWait { get; set; }

    /// <summary>How long after opening a customer who wrote out of hours is answered at the latest.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "23:59:59")]
    public TimeSpan? AnswerAfterOpening { get; set; }

    /// <summary>How long a worker is asked before somebody else is. Left out: <c>Desk:Dispatch:OfferFor</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan? OfferFor { get; set; }

    /// <summary>How long after the last no those who said no are asked again, when nobody else is left. Left out: as long as an offer stands.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan? OfferAgainAfter { get; set; }

    /// <summary>The team whose workers help when a customer has waited for <see cref="OverflowAfter"/>; <c>default</c> or one named beside. Left out: none.</summary>
    public string? OverflowTo { get; set; }

    /// <summary>From what wait on the other team's workers are asked as well. Smaller: shorter waits, more strangers to the matter. Default: 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan OverflowAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the team's customers may choose to be called.</summary>
    public bool? OffersCallback { get; set; }

    /// <summary>Whether the team's customers may choose to be answered by mail.</summary>
    public bool? OffersEmail { get; set; }

    /// <summary>What happens to customers who wait while the team is closed. Default: <see cref="OutOfHoursRule.WhoeverIsThere"/>.</summary>
    public OutOfHoursRule OutOfHours { get; set; }
}

/// <summary>What happens to customers who wait for a team that is closed.</summary>
public enum OutOfHoursRule
{
    /// <summary>They are promised a time after the next opening; a worker of the team who is signed in all the same is asked.</summary>
    WhoeverIsThere,

    /// <summary>They wait for the opening: nobody is asked before. A worker can take them by hand.</summary>
    WaitForOpening,

    /// <summary>The team named in <see cref="TeamHandoffOptions.OverflowTo"/> is asked at once, while that one is open.</summary>
    Overflow,
}
