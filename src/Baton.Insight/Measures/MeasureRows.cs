namespace Baton.Insight;

/// <summary>Makes rows of measures out of cases.</summary>
internal sealed class MeasureRows
{
    /// <summary>Who comes back so soon after a close about the same matter was not helped.</summary>
    public static readonly TimeSpan RetrialWindow = TimeSpan.FromDays(7);

    private readonly DateTimeOffset _now;
    private readonly ILookup<(string Customer, string Matter), DateTimeOffset> _contacts;

    public MeasureRows(IEnumerable<MeasuredCase> everything, DateTimeOffset now)
    {
        _now = now;
        _contacts = everything.Where(one => one is { Customer: not null, Matter: not null }).ToLookup(one => (one.Customer!, one.Matter!), one => one.OpenedAt);
    }

    public static DateTimeOffset MondayOf(DateTimeOffset at)
    {
        var day = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    public IReadOnlyList<MeasureRow> OfKinds(IReadOnlyCollection<MeasuredCase> cases, DateOnly? week) =>
        [.. CaseKinds.InOrder.Select(kind => Row(kind, week, [.. cases.Where(one => kind == CaseKinds.All || one.Kind == kind)])).Where(row => row.Conversations > 0)];

    public IReadOnlyList<MeasureRow> OfWeeks(IEnumerable<MeasuredCase> cases) =>
        [.. cases.GroupBy(one => DateOnly.FromDateTime(MondayOf(one.OpenedAt).UtcDateTime)).OrderByDescending(week => week.Key).SelectMany(week => OfKinds([.. week], week.Key))];

    private MeasureRow Row(string kind, DateOnly? week, List<MeasuredCase> cases)
    {
        var helped = cases.Select(one => one.Helped).OfType<(TimeSpan Need, TimeSpan Call)>().ToList();
        var worked = cases.Where(one => one.HasEffort).ToList();
        return new()
        {
            Kind = kind,
            Week = week,
            Conversations = cases.Count,
            Rating = Figure.Mean([.. cases.Select(one => one.Rating).OfType<int>().Select(score => (double)score)]),
            Retrial = Figure.Share([.. cases.Select(CameBack).OfType<bool>()]),
            Resolution = Figure.Share([.. cases.Select(one => one.Outcome).OfType<string>().Select(outcome => outcome == "resolved")]),
            ContentAtEnd = Figure.Share([.. cases.Select(one => one.IsUpset).OfType<bool>().Select(isUpset => !isUpset)]),
            FromNeed = Figure.Median([.. helped.Select(one => one.Need.TotalMinutes)]),
            FromCall = Figure.Median([.. helped.Select(one => one.Call.TotalMinutes)]),
            Recovery = Figure.Share([.. cases.Select(one => one.HasRecovered).OfType<bool>()]),
            Messages = Figure.Mean([.. worked.Select(one => (double)one.Messages)]),
            RoundsShare = Figure.Mean([.. worked.Where(one => one.AllRounds > 0).Select(one => Math.Min(1, (double)one.Rounds / one.AllRounds))]),
            Questions = Figure.Mean([.. worked.Select(one => (double)one.Questions)]),
            Solutions = Figure.Mean([.. worked.Select(one => (double)one.Solutions)]),
        };
    }

    /// <summary>
    /// Null where it cannot be known: the window is open still, or nobody would be known when they come back. Logs from before customers were
    /// recognised have only the same customer with the same matter.
    /// </summary>
    private bool? CameBack(MeasuredCase one)
    {
        if (one is not { ClosedAt: { } closed, IsKnown: true } || closed + RetrialWindow > _now) return null;
        return one.ReturnedAt <= closed + RetrialWindow
            || (one is { Customer: { } customer, Matter: { } matter } && _contacts[(customer, matter)].Any(again => again > closed && again <= closed + RetrialWindow));
    }
}
