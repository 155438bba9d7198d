namespace Baton.Insight;

/// <summary>The measures of a group of conversations, always together: none of them says alone whether people were served well.</summary>
public sealed record MeasureRow
{
    /// <summary>One of <see cref="CaseKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Monday of the week (UTC) in which they were opened; null for all weeks together.</summary>
    public DateOnly? Week { get; init; }

    /// <summary>Conversations in which the customer wrote.</summary>
    public required int Conversations { get; init; }

    /// <summary>Mean of the last rating, 1 (bad) to 5 (good), of those rated.</summary>
    public required Figure Rating { get; init; }

    /// <summary>Share whose customer came back about the same matter within a week of the close, of known customers whose week has passed.</summary>
    public required Figure Retrial { get; init; }

    /// <summary>Share that ended resolved, of those closed.</summary>
    public required Figure Resolution { get; init; }

    /// <summary>Share whose last message showed no frustration, anger or resignation, of those read.</summary>
    public required Figure ContentAtEnd { get; init; }

    /// <summary>Median minutes from the customer's first need until a person helped.</summary>
    public required Figure FromNeed { get; init; }

    /// <summary>Median minutes from the call for a person until one helped.</summary>
    public required Figure FromCall { get; init; }

    /// <summary>Share no longer frustrated, angry or resigned at the end, of those who were when a person took over and wrote again.</summary>
    public required Figure Recovery { get; init; }

    /// <summary>Mean messages to the customer after a takeover.</summary>
    public required Figure Messages { get; init; }

    /// <summary>Mean share of the rounds that people answered, 0 to 1.</summary>
    public required Figure RoundsShare { get; init; }

    /// <summary>Mean questions asked after a takeover.</summary>
    public required Figure Questions { get; init; }

    /// <summary>Mean solutions offered after a takeover.</summary>
    public required Figure Solutions { get; init; }
}

/// <summary>The measures of a service over some weeks.</summary>
/// <param name="From">Opened from then on.</param>
/// <param name="Until">What happened later is not looked at.</param>
/// <param name="Teams">Teams that had conversations then, in the order of their names.</param>
/// <param name="Kinds">One row a kind, in the order of <see cref="CaseKinds.InOrder"/>; none where nobody wrote.</param>
/// <param name="Weeks">One row a kind and week, the latest first.</param>
public sealed record ServiceMeasures(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string> Teams, IReadOnlyList<MeasureRow> Kinds, IReadOnlyList<MeasureRow> Weeks);
