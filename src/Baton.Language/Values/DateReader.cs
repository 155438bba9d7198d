using System.Globalization;

namespace Baton.Language;

/// <summary>Finds days, relative to now and in the order of day and month that the customer's region writes. A week or a month is no day.</summary>
internal sealed class DateReader : IValueReader
{
    private static readonly HashSet<string> _countsFrom = ["in", "en", "dans", "dentro de"];

    public IEnumerable<ValueMention> Read(ValueContext context) =>
        Find(context, isPast: false).Where(found => found.IsDay)
            .Select(found => new ValueMention(found.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), found.Start, found.End));

    /// <summary>Every day and stretch of days; what lies inside a longer one is left out.</summary>
    public static List<FoundDate> Find(ValueContext context, bool isPast)
    {
        var frame = new DateFrame(DateOnly.FromDateTime(context.Request.Now.Date), isPast, IsMonthFirst(context), context.IsAsked, context.Language);
        var found = NumericDates.Find(context.Text, frame)
            .Concat(new WordDates(context.Message, frame).Find())
            .Concat(new NamedDates(context.Message, frame).Find())
            .Concat(ChineseDates.Find(context.Text, frame))
            .OrderBy(date => date.Start).ThenByDescending(date => date.End).ToList();
        var end = 0;
        var kept = new List<FoundDate>();
        foreach (var date in found)
        {
            if (date.Start < end)
                continue;

            // "Friday, 27 November": the weekday only repeats what the date says.
            if (kept.Count > 0 && date.Start - kept[^1].End <= 6 && kept[^1].IsDay && date.IsDay && kept[^1].From.DayOfWeek == date.From.DayOfWeek)
                kept.RemoveAt(kept.Count - 1);

            // "heute in einer Woche" counts from today and names one day.
            else if (kept.Count > 0 && kept[^1].IsDay && kept[^1].From == frame.Today && _countsFrom.Contains(context.Text[kept[^1].End..date.Start].Trim().ToLowerInvariant()))
                kept.RemoveAt(kept.Count - 1);
            kept.Add(date);
            end = date.End;
        }

        return kept;
    }

    private static bool IsMonthFirst(ValueContext context)
    {
        if (context.Language == "zh")
            return true;
        if (context.Language != "en")
            return false;
        var locale = context.Request.Locale;
        return locale.Equals("en", StringComparison.OrdinalIgnoreCase) || locale.EndsWith("US", StringComparison.OrdinalIgnoreCase) || locale.EndsWith("PH", StringComparison.OrdinalIgnoreCase);
    }
}
