using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>Finds times of day and writes them with 24 hours: "15:30". "In two hours" counts from now.</summary>
internal sealed class TimeReader : IValueReader
{
    private const string Hour = @"\d{1,2}|" + TimeWords.Hours;

    private static readonly Regex _clock = Patterns.Compile(@"\b([01]?\d|2[0-3])\s?(:|\.|h|uhr)\s?([0-5]\d)(?:\s?(am|pm|a\.m|p\.m|uhr|h)\b|\b)");
    private static readonly Regex _whole = Patterns.Compile($@"\b({Hour})\s?(am|pm|a\.m|p\.m|uhr|h|heures?|o['’]?\s?clock|horas|hrs)\b");
    private static readonly Regex _spanish = Patterns.Compile($@"\blas?\s({Hour})(?:\s(y|menos)\s(media|cuarto|diez|veinte|cinco|veinticinco|\d{{1,2}})\b|\b)");
    private static readonly Regex _french = Patterns.Compile($@"\b({Hour})\s?(?:h|heures?)\s(?:(et|moins)\s(?:le\s)?(demie?|quart)|(moins)\s(dix|vingt|cinq))\b");
    private static readonly Regex _english = Patterns.Compile($@"\b(half|quarter|ten|twenty|five)\s(past|to)\s({Hour})\b");
    private static readonly Regex _german = Patterns.Compile($@"\b(halb|dreiviertel|drei viertel|viertel nach|viertel vor|viertel|zehn nach|zehn vor|fünf nach|fünf vor|zwanzig nach|zwanzig vor)\s({Hour})\b");
    private static readonly Regex _han = Patterns.Compile(@"(\d{1,2}|[一二两三四五六七八九十]{1,3})\s?[点點时時](?:钟|鐘|整)?\s?(半|一刻|三刻|(?:\d{1,2}|[零一二三四五六七八九十]{1,3})分?)?");
    private static readonly Regex _ahead = Patterns.Compile(
        @"\b(?:in|within|en|dans|d['’]ici|dentro de)\s((?:a\s|an\s|einer\s|einem\s|une\s|un\s|una\s)?(?:[\p{L}\d]{1,12}))[\s\-](?:an\s)?(hours?|hrs?|minutes?|mins?|stunden?|std|minuten|min|horas?|minutos?|heures?|h)\b");

    private static readonly Regex _hanAhead = Patterns.Compile("(半|\\d{1,3}|[一二两三四五六七八九十]{1,3})个?(小时|钟头|分钟)(?:以|之)?[后後]");

    public IEnumerable<ValueMention> Read(ValueContext context)
    {
        var found = Relative(context).ToList();
        Add(_clock, match => Clock(context, match));
        Add(_french, match => Time(context, match, TimeWords.Number(match.Groups[1].Value), TimeWords.Minutes(match.Groups[3].Value + match.Groups[5].Value, (match.Groups[2].Value + match.Groups[4].Value) != "et")));
        Add(_spanish, match => context.Language == "es" ? Time(context, match, TimeWords.Number(match.Groups[1].Value), TimeWords.Minutes(match.Groups[3].Value, match.Groups[2].Value.Equals("menos", StringComparison.OrdinalIgnoreCase))) : null);
        Add(_english, match => Time(context, match, TimeWords.Number(match.Groups[3].Value), TimeWords.Minutes(match.Groups[1].Value, match.Groups[2].Value.Equals("to", StringComparison.OrdinalIgnoreCase))));
        Add(_german, match => context.Language == "de" ? Time(context, match, TimeWords.Number(match.Groups[2].Value), TimeWords.GermanMinutes(match.Groups[1].Value)) : null);
        Add(_whole, match => IsDuration(context, match) ? null : Time(context, match, TimeWords.Number(match.Groups[1].Value), 0));
        Add(_han, match => Han(context, match));
        if (found.Count == 0 && context.IsAsked)
            Add(TimeWords.Noon, match => TimeWords.IsMidnight(match.Value) ? (0, 0) : (12, 0));
        return found.OrderBy(mention => mention.Start);

        void Add(Regex regex, Func<Match, (int Hour, int Minute)?> read)
        {
            foreach (Match match in regex.Matches(context.Text))
            {
                if (!found.Exists(mention => match.Index < mention.End && mention.Start < match.Index + match.Length) && read(match) is var (hour, minute))
                    found.Add(new ValueMention(Write(hour, minute), match.Index, match.Index + match.Length));
            }
        }
    }

    private static (int Hour, int Minute)? Clock(ValueContext context, Match match)
    {
        // "17.45" may be an amount or a day, unless a time was asked for or it says that it is one.
        var isClock = match.Groups[2].Value != "." || context.IsAsked || match.Groups[4].Success;
        var isMore = match.Index > 0 && context.Text[match.Index - 1] is '.' or ',' or ':' or '-' or '/' or '$' or '€' or '£';
        return isClock && !isMore ? Time(context, match, TimeWords.Number(match.Groups[1].Value), TimeWords.Number(match.Groups[3].Value)) : null;
    }

    private static (int Hour, int Minute)? Han(ValueContext context, Match match)
    {
        // "快点", "三点建议" and "一点" are no times, unless one was asked for or a part of the day stands before it.
        var minute = match.Groups[2].Value switch
        {
            "" => 0,
            "半" => 30,
            "一刻" => 15,
            "三刻" => 45,
            var written => (int?)ChineseNumbers.Parse(written.TrimEnd('分')),
        };
        return context.IsAsked || minute > 0 || TimeWords.PartOfDay(context.Text, match.Index, match.Index + match.Length) is not null
            ? Time(context, match, (int?)ChineseNumbers.Parse(match.Groups[1].Value), minute)
            : null;
    }

    /// <summary>"I have waited for 2 h", "vor 2 Stunden", "por 3 horas": how long, not when.</summary>
    private static bool IsDuration(ValueContext context, Match match)
    {
        var unit = match.Groups[2].Value.ToLowerInvariant();
        if (unit is not ("h" or "horas" or "hrs" or "heure" or "heures"))
            return false;
        var before = context.Text[Math.Max(0, match.Index - 24)..match.Index].TrimEnd();
        var isAt = TimeWords.At.IsMatch(before);
        return !isAt && (!context.IsAsked || TimeWords.Since.IsMatch(before));
    }

    private static (int Hour, int Minute)? Time(ValueContext context, Match match, int? hour, int? minute)
    {
        if (hour is not (>= 0 and <= 24) || minute is not (>= -30 and <= 59))
            return null;
        var total = (hour.Value * 60) + minute.Value;
        var part = TimeWords.PartOfDay(context.Text, match.Index, match.Index + match.Length) ?? TimeWords.Marked(match.Value);
        if (part == true && total < 12 * 60)
            total += 12 * 60;
        else if (part == false && total >= 12 * 60 && total < 13 * 60)
            total -= 12 * 60;
        total = (total + (24 * 60)) % (24 * 60);
        return (total / 60, total % 60);
    }

    private static IEnumerable<ValueMention> Relative(ValueContext context)
    {
        foreach (Match match in _ahead.Matches(context.Text))
        {
            if (TimeWords.Share(match.Groups[1].Value) is { } count)
                yield return After(context, count, match.Groups[2].Value[0] is 'm' or 'M', match);
        }

        foreach (Match match in _hanAhead.Matches(context.Text))
        {
            var count = match.Groups[1].Value == "半" ? 0.5m : ChineseNumbers.Parse(match.Groups[1].Value);
            if (count is { } number)
                yield return After(context, number, match.Groups[2].Value == "分钟", match);
        }
    }

    private static ValueMention After(ValueContext context, decimal count, bool isMinutes, Match match)
    {
        var at = context.Request.Now.AddMinutes((double)Math.Min(count * (isMinutes ? 1 : 60), 24 * 60));
        return new ValueMention(Write(at.Hour, at.Minute), match.Index, match.Index + match.Length);
    }

    private static string Write(int hour, int minute) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
}
