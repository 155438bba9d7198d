namespace Baton.Mail;

/// <summary>What an incoming letter is, with what shows it. Says nothing of the letter's truth or quality.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Confidence">From 0 to 1; how surely <paramref name="Kind"/> is right. Below 0.5 a person should look.</param>
/// <param name="Author">Who wrote its words.</param>
/// <param name="Evidence">Header fields and passages that led to it, the strongest first.</param>
public sealed record Outcome(OutcomeKind Kind, double Confidence, LetterAuthor Author, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Whether a program may answer it (RFC 3834): never a report, never what a program wrote, never the null path.</summary>
    public bool MayBeAnsweredAutomatically { get; init; }

    /// <summary>
    /// Whether nothing in it speaks of a program: no mark, no null path, no list, no no-reply address. A first letter of few words is often
    /// no more than that; who answers such letters automatically must also count how many.
    /// </summary>
    public bool ShowsNoProgram { get; init; }

    /// <summary>Why a letter came back or waits; null for other kinds.</summary>
    public DeliveryFailure? Failure { get; init; }

    /// <summary>When an answer was promised; null when nothing was.</summary>
    public Promise? Promise { get; init; }

    /// <summary>When an absent person returns; null when not told.</summary>
    public ReturnDate? Return { get; init; }

    /// <summary>The number under which the other side keeps the matter; null when none is named.</summary>
    public string? Reference { get; init; }

    /// <summary>Says that letters to this address are not read.</summary>
    public bool IsUnreadMailbox { get; init; }

    /// <summary>Reads what a letter is.</summary>
    public static Outcome Of(Letter letter) => OutcomeReader.Read(letter);
}

/// <summary>What an incoming letter can be.</summary>
public enum OutcomeKind
{
    /// <summary>The signs are missing or against each other.</summary>
    CouldNotTell,

    /// <summary>A server reports that the letter arrived. Arrived is not read.</summary>
    Delivered,

    /// <summary>A server still tries. Nothing has failed yet.</summary>
    Delayed,

    /// <summary>The letter came back and will not arrive, for a reason on the other side.</summary>
    Bounced,

    /// <summary>The letter was refused because of who sent it or what it holds. Not the addressee's failure.</summary>
    Blocked,

    /// <summary>Says that the letter came in, and perhaps when it is answered. Never an answer.</summary>
    Acknowledgement,

    /// <summary>The person is away.</summary>
    OutOfOffice,

    /// <summary>A mail program says that the letter was displayed, deleted or so (RFC 8098). Displayed is not answered.</summary>
    DispositionNotice,

    /// <summary>The letter waits until its sender proves to be a person.</summary>
    Challenge,

    /// <summary>A report that somebody called the letter abuse, or that its authentication failed (RFC 5965).</summary>
    Complaint,

    /// <summary>Written by a program, and none of the above: an answer by rule, a notification, a newsletter.</summary>
    MachineReply,

    /// <summary>Says something on the matter; whether a person or a program wrote it cannot be told from outside.</summary>
    SubstantiveReply,

    /// <summary>Written by a person.</summary>
    HumanReply,
}

/// <summary>Who wrote the words of a letter.</summary>
public enum LetterAuthor
{
    /// <summary>Could not be told.</summary>
    Unknown,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A program.</summary>
    Program,
}

/// <summary>One thing that shows what a letter is.</summary>
/// <param name="Where">The header field's name, or <c>text</c>, <c>subject</c>, <c>report</c>.</param>
/// <param name="Quote">The words themselves, shortened.</param>
/// <param name="Says">What they show, in a few words.</param>
public sealed record Evidence(string Where, string Quote, string Says);

/// <summary>A time by which an answer was promised.</summary>
/// <param name="Amount">How many units; of "one to two days" the larger. 0 when no time was named ("as soon as possible").</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Quote">The sentence that promises.</param>
public sealed record Promise(int Amount, PromiseUnit Unit, string Quote);

/// <summary>What a promise counts.</summary>
public enum PromiseUnit
{
    /// <summary>No time was named.</summary>
    None,

    /// <summary>Minutes by the clock.</summary>
    Minutes,

    /// <summary>Hours by the clock.</summary>
    Hours,

    /// <summary>Hours in which the organisation works.</summary>
    WorkingHours,

    /// <summary>Days of the calendar.</summary>
    Days,

    /// <summary>Days on which the organisation works.</summary>
    WorkingDays,

    /// <summary>Weeks.</summary>
    Weeks,

    /// <summary>Months.</summary>
    Months,
}

/// <summary>When an absent person returns.</summary>
/// <param name="Date">The day named; a missing year is the next such day after the letter's date.</param>
/// <param name="IsLastDayAway">The day is the last of the absence ("until"), not the first day back.</param>
/// <param name="Quote">The sentence that says so.</param>
public sealed record ReturnDate(DateOnly Date, bool IsLastDayAway, string Quote);
