using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>Finds the day on which an absent person returns.</summary>
internal static class ReturnDateReader
{
    private const int LookBack = 50;
    private const int LongestAbsence = 400;

    private const string Months = "january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|dezembro|januari|februari|maart|mei|augustus|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|dic|ene|janv|fevr|avr|juil";
    private const string Weekdays = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo";

    private static readonly Regex _dates = Patterns.Compile(
        $@"((?<y>20\d\d)[-/.](?<m>\d{{1,2}})[-/.](?<d>\d{{1,2}})|(?<a>\d{{1,2}})[./-](?<b>\d{{1,2}})[./-](?<y2>20\d\d|\d\d)\b|(?<a2>\d{{1,2}})\.\s?(?<b2>\d{{1,2}})\.|((?<y6>20\d\d)\s?年\s?)?(?<m6>\d{{1,2}})\s?月\s?(?<d6>\d{{1,2}})\s?[日号]"
        + $@"|\b(?<d3>\d{{1,2}})(st|nd|rd|th|er|º|ª|\.)?\s?(of |de |d')?\s?(?<n3>{Months})\b\.?,?( de| del)?(\s(?<y3>20\d\d))?|\b(?<n4>{Months})\.?\s(?<d4>\d{{1,2}})(st|nd|rd|th)?\b(,?\s(?<y4>20\d\d))?|\b(?<w>{Weekdays})\b)");

    private static readonly Regex _back = Patterns.Compile(@"(back|return(ing)?|returns|reopen(s|ing)?|wieder|\bab\b|zuruck|de retour|retour|a partir d|reprend|regres|vuelv|volver|de vuelta|incorpor|rientr|volt|terug|weer|resume|reachable|reouverture|复工|返回|回来|回到)");
    private static readonly Regex _until = Patterns.Compile(@"(until|till|\btil\b|\bto\b|through|thru|\bbis\b|einschliesslich|inkl|jusqu|\bau\b|hasta|\bal\b|fino|\bate\b|\btot\b|t/m|\bund\b|至|到|止|まで|-\s?$|–)");
    private static readonly Regex _backAfter = Patterns.Compile(@"^.{0,25}(wieder|zuruck|erreichbar|返回|回来|恢复|上班|复工)");
    private static readonly Regex _awayAfter = Patterns.Compile(@"^.{0,3}(まで|为止|期间)");

    public static ReturnDate? Read(CueText text, DateTimeOffset? written)
    {
        ReturnDate? best = null;
        var folded = text.Text;
        for (var match = _dates.Match(folded); match.Success; match = match.NextMatch())
        {
            // "Monday, 23 March": the date says it better.
            if (match.Groups["w"].Success && match.NextMatch() is { Success: true } next && next.Index <= match.Index + match.Length + 10)
                continue;
            var before = folded[Math.Max(0, match.Index - LookBack)..match.Index];
            var sentence = before.LastIndexOfAny(['!', '?', '。']);
            if (sentence >= 0)
                before = before[(sentence + 1)..];
            var after = folded[(match.Index + match.Length)..Math.Min(folded.Length, match.Index + match.Length + 30)];
            var back = Last(_back, before);
            var until = Last(_until, before);
            var isBack = back > until || _backAfter.IsMatch(after);
            if ((back < 0 && until < 0 && !_backAfter.IsMatch(after) && !_awayAfter.IsMatch(after)) || Day(match, written) is not { } day)
                continue;

            // The first day back says more than the last day away.
            if (best is null || (best.IsLastDayAway && (isBack || day > best.Date)))
                best = new ReturnDate(day, !isBack, text.Quote(match.Index, match.Length));
        }

        return best;
    }

    private static int Last(Regex pattern, string text)
    {
        var last = -1;
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
            last = match.Index;
        return last;
    }

    private static DateOnly? Day(Match match, DateTimeOffset? written)
    {
        var sent = written is { } date ? DateOnly.FromDateTime(date.Date) : (DateOnly?)null;
        if (match.Groups["w"].Success)
            return sent is { } from ? Next(from, Array.IndexOf(_weekdays, match.Groups["w"].Value) % 7) : null;
        if (Number(match, "m") is { } month)
            return Plausible(Make(Number(match, "y"), month, Number(match, "d")!.Value, sent), sent);
        if (Number(match, "m6") is { } chinese)
            return Plausible(Make(Number(match, "y6"), chinese, Number(match, "d6")!.Value, sent), sent);
        if (match.Groups["n3"].Success)
            return Plausible(Make(Number(match, "y3"), Month(match.Groups["n3"].Value), Number(match, "d3")!.Value, sent), sent);
        if (match.Groups["n4"].Success)
            return Plausible(Make(Number(match, "y4"), Month(match.Groups["n4"].Value), Number(match, "d4")!.Value, sent), sent);
        if (Number(match, "a2") is { } day)
            return Plausible(Make(null, Number(match, "b2")!.Value, day, sent), sent);
        var first = Number(match, "a")!.Value;
        var second = Number(match, "b")!.Value;
        var year = Number(match, "y2");
        var dayFirst = Plausible(Make(year, second, first, sent), sent);
        if (match.Value.Contains('.', StringComparison.Ordinal))
            return dayFirst;
        var monthFirst = Plausible(Make(year, first, second, sent), sent);

        // 03/04: which is meant cannot be told when both could be.
        return dayFirst is null || monthFirst is null || dayFirst == monthFirst ? dayFirst ?? monthFirst : Nearer(dayFirst.Value, monthFirst.Value, sent);
    }

    private static DateOnly? Nearer(DateOnly one, DateOnly other, DateOnly? sent)
    {
        if (sent is not { } from)
            return null;
        var (near, far) = one < other ? (one, other) : (other, one);
        return far.DayNumber - from.DayNumber > 60 ? near : null;
    }

    private static DateOnly? Plausible(DateOnly? day, DateOnly? sent) =>
        day is { } found && sent is { } from && (found.DayNumber < from.DayNumber - 2 || found.DayNumber > from.DayNumber + LongestAbsence) ? null : day;

    private static DateOnly? Make(int? year, int month, int day, DateOnly? sent)
    {
        if (month is < 1 or > 12 || day < 1 || day > 31)
            return null;
        if (year is null && sent is null)
            return null;
        var full = year is { } given ? given + (given < 100 ? 2000 : 0) : sent!.Value.Year;
        if (day > DateTime.DaysInMonth(full, month))
            return null;
        var made = new DateOnly(full, month, day);
        return year is null && made < sent!.Value.AddDays(-2) ? made.AddYears(1) : made;
    }

    private static DateOnly Next(DateOnly from, int weekday)
    {
        // The list begins with Monday, .NET with Sunday.
        var wanted = (DayOfWeek)((weekday + 1) % 7);
        var day = from.AddDays(1);
        while (day.DayOfWeek != wanted)
            day = day.AddDays(1);
        return day;
    }

    private static readonly string[] _weekdays = Weekdays.Split('|');

    private static int Month(string name) => name[..Math.Min(name.Length, 3)] switch
    {
        "jan" or "ene" or "gen" => 1,
        "feb" or "fev" => 2,
        "mar" or "maa" => 3,
        "apr" or "avr" or "abr" => 4,
        "may" or "mai" or "mei" or "mag" => 5,
        "jun" or "giu" => 6,
        "jui" => name.StartsWith("juin", StringComparison.Ordinal) ? 6 : 7,
        "jul" or "lug" => 7,
        "aug" or "aou" or "ago" => 8,
        "sep" or "set" => 9,
        "oct" or "okt" or "out" or "ott" => 10,
        "nov" => 11,
        _ => 12,
    };

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;
}
