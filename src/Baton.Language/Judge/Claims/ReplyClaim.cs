namespace Baton.Language;

/// <summary>What is claimed.</summary>
public enum ClaimKind
{
    /// <summary>A number, with or without a unit.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A weekday.</summary>
    Weekday,

    /// <summary>An order, tracking, telephone or other number that names something.</summary>
    Code,

    /// <summary>That something has been done or is so: refunded, cancelled, sent, received.</summary>
    State,

    /// <summary>A rule, a cause or another statement in words.</summary>
    Statement,
}

/// <summary>What stands behind a claim.</summary>
public enum ClaimSupport
{
    /// <summary>Nothing that is known says so.</summary>
    Unsupported,

    /// <summary>What is known says otherwise.</summary>
    Contradicted,

    /// <summary>It is not known what the writer could look up.</summary>
    Unknown,

    /// <summary>It follows from what is known: the same value in another form, rounded or worked out.</summary>
    Derived,

    /// <summary>It stands in a source, a tool's result or an earlier turn.</summary>
    Supported,
}

/// <summary>A claim of a reply.</summary>
/// <param name="Kind">What is claimed.</param>
/// <param name="Start">Where it stands in the reply.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Text">The words.</param>
/// <param name="Support">What stands behind it.</param>
/// <param name="Source">Where the support or contradiction stands; null when there is none.</param>
public sealed record ReplyClaim(ClaimKind Kind, int Start, int Length, string Text, ClaimSupport Support, JudgeEvidence? Source);
