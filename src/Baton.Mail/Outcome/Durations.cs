using System.Globalization;
using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>Spans of time as letters name them: "2 working days", "24 bis 48 Stunden", "dos días hábiles", "两个工作日".</summary>
internal static class Durations
{
    private const string Numbers = @"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|thirty|twelve|fourteen|twenty[ -]four|forty[ -]eight|ein|eine|einem|einen|eines|einer|zwei|drei|vier|funf|sechs|sieben|acht|zehn|funfzehn|vierzehn|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|due|tre|um|dois|een|twee|drie|[一二两兩三四五六七八九十]{1,2}";

    private static readonly Regex _duration = Patterns.Compile(
        $@"(^|[^\p{{L}}\d.,:]|[\u2E80-\uFFEF])(?<first>{Numbers})(\s?\(\d{{1,3}}\))?(\s?(-|to|or|bis|oder|a|ou|o|e|und|~|至|到|或)\s?(?<second>{Numbers}))?\s?-?(?<unit>"
        + "business hours?|working hours?|office hours?|hours?|hrs?|business days?|working days?|work days?|workdays?|weekdays?|calendar days?|days?|weeks?|minutes?|mins?|months?"
        + @"|arbeitsstunden|stunden?|std\.?|werktag\p{L}*|arbeitstag\p{L}*|geschaftstag\p{L}*|kalendertag\p{L}*|tag|tage|tagen|tages|wochen?|minuten?|monate?n?"
        + @"|heures? ouvrees?|heures?|jours? ouvres?|jours? ouvrables?|jours?|semaines?"
        + @"|horas? habiles|horas? laborables|horas?|dias? habiles|dias? laborables|dias? laborales|dias? uteis|dias?|semanas?|minutos?|mes|meses"
        + @"|ore lavorative|ore|giorni lavorativi|giorni|settimane|uur|uren|werkdagen|dagen|weken"
        + @"|个?工作日|個?工作日|个?工作小时|个?小时|個?小時|天|日|个?星期|周|分钟|分鐘|営業日|時間|h)");

    private static readonly (int Number, string Words)[] _spelled =
    [
        (1, "one|ein|eine|einem|einen|eines|einer|un|une|uno|una|um|een|一"),
        (2, "two|zwei|deux|dos|due|dois|twee|二|两|兩"),
        (3, "three|drei|trois|tres|tre|drie|三"),
        (4, "four|vier|quatre|cuatro|四"),
        (5, "five|funf|cinq|cinco|五"),
        (6, "six|sechs|seis|六"),
        (7, "seven|sieben|sept|siete|七"),
        (8, "eight|acht|huit|ocho|八"),
        (9, "nine|九"),
        (10, "ten|zehn|dix|diez|十"),
        (12, "twelve"),
        (14, "fourteen|vierzehn"),
        (15, "fifteen|funfzehn|quinze|quince"),
        (30, "thirty"),
        (24, "twenty four|twenty-four"),
        (48, "forty eight|forty-eight"),
    ];

    private static readonly Dictionary<string, int> _numbers =
        _spelled.SelectMany(spelled => spelled.Words.Split('|').Select(word => (word, spelled.Number))).ToDictionary(pair => pair.word, pair => pair.Number, StringComparer.Ordinal);

    /// <summary>How the units begin, working time before plain time.</summary>
    private static readonly (PromiseUnit Unit, string[] Starts)[] _units =
    [
        (PromiseUnit.WorkingHours, ["business hour", "working hour", "office hour", "arbeitsstunde", "heures ouv", "heure ouv", "horas habil", "horas labor", "ore lavor", "工作小时"]),
        (PromiseUnit.WorkingDays, ["business", "working", "work", "weekday", "werk", "arbeitstag", "geschaft", "jours ouv", "jour ouv", "dias habil", "dia habil", "dias labor", "dia labor", "dias uteis", "dia util", "giorni lavor", "工作日", "営業日"]),
        (PromiseUnit.Hours, ["hour", "hr", "stunde", "std", "heure", "h", "hora", "ore", "uur", "uren", "小时", "小時", "時間"]),
        (PromiseUnit.Weeks, ["week", "woche", "semain", "semana", "settiman", "weken", "周", "星期"]),
        (PromiseUnit.Minutes, ["min", "分"]),
        (PromiseUnit.Months, ["month", "monat", "mes"]),
    ];

    public static IEnumerable<(int Start, int Length, int Amount, PromiseUnit Unit)> Find(string folded)
    {
        for (var match = _duration.Match(folded); match.Success; match = match.NextMatch())
        {
            var written = match.Groups["second"].Success ? match.Groups["second"].Value : match.Groups["first"].Value;
            var end = match.Index + match.Length;
            var continues = end < folded.Length && char.IsLetter(folded[end]) && folded[end] < '\u2E80' && folded[end - 1] < '\u2E80';
            var isDate = match.Groups["first"].Index > 0 && (folded[match.Groups["first"].Index - 1] is '月' or '年');
            if (!continues && !isDate && Number(written) is > 0 and var amount)
                yield return (match.Groups["first"].Index, end - match.Groups["first"].Index, amount, Unit(match.Groups["unit"].Value));
        }
    }

    private static int Number(string written)
    {
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (_numbers.TryGetValue(written, out var named))
            return named;
        return written.Length == 2 && written[0] == '十' && _numbers.TryGetValue(written[1..], out var ones) ? 10 + ones : 0;
    }

    private static PromiseUnit Unit(string unit)
    {
        foreach (var (kind, starts) in _units)
        {
            if (Array.Exists(starts, start => unit.StartsWith(start, StringComparison.Ordinal) || (start[0] > '\u2E80' && unit.Contains(start, StringComparison.Ordinal))))
                return kind;
        }

        return PromiseUnit.Days;
    }
}
