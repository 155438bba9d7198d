using System.Collections.Frozen;

namespace Baton.Language;

/// <summary>The words of the calendar in English, German, Spanish and French.</summary>
internal static class CalendarWords
{
    /// <summary>Weekdays; Monday is 1.</summary>
    public static FrozenDictionary<string, int> Weekdays { get; } = Build(1,
        "monday montag lunes lundi|tuesday tues dienstag martes mardi|wednesday weds mittwoch miércoles mercredi|thursday thurs thur donnerstag jueves jeudi|friday freitag viernes vendredi|saturday samstag sonnabend sábado samedi|sunday sonntag domingo dimanche");

    /// <summary>Short names of weekdays in a language, each also another word; null for a language without.</summary>
    public static FrozenDictionary<string, int>? ShortWeekdays(string language) => _shortWeekdays.GetValueOrDefault(language);

    private static readonly Dictionary<string, FrozenDictionary<string, int>> _shortWeekdays = new(StringComparer.Ordinal)
    {
        ["en"] = Build(1, "mon|tue tues|wed|thu thur thurs|fri|sat|sun"),
        ["de"] = Build(1, "mo|di|mi|do|fr|sa|so"),
        ["es"] = Build(1, "lun|mar|mie|jue|vie|sab|dom"),
        ["fr"] = Build(1, "lun|mar|mer|jeu|ven|sam|dim"),
    };

    public static FrozenDictionary<string, int> Months { get; } = Build(1,
        "january jan januar jänner enero ene janvier janv|february feb februar febrero février févr fév|march märz maerz mrz marzo mars|april apr abril abr avril avr|may mai mayo|june jun juni junio juin|july jul juli julio juillet juil|august aug agosto ago août|september sep sept septiembre setiembre septembre|october oct oktober okt octubre octobre|november nov noviembre novembre|december dec dezember dez diciembre dic décembre déc");

    /// <summary>Months that are other words too, and count only beside a day.</summary>
    public static FrozenSet<string> WeakMonths { get; } = new[] { "may", "march", "mars", "mai", "jan", "jun", "mar", "dec", "sep", "nov", "oct", "august", "ago", "avr", "abr", "ene", "dic" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words for a day counted from today.</summary>
    public static FrozenDictionary<string, int> Days { get; } = Build(-1,
        "yesterday gestern ayer hier|today tonight heute hoy|tomorrow tmrw tomorow tommorow mañana demain");

    public static FrozenSet<string> Next { get; } = Set("next coming following upcoming kommenden kommende kommender nächsten nächste nächster próximo próxima prochain prochaine siguiente");

    public static FrozenSet<string> Last { get; } = Set("last previous past letzten letzte letzter letztem vergangenen vergangene vorigen pasado pasada último dernier dernière passé passée");

    public static FrozenSet<string> This { get; } = Set("this current diese diesen dieser diesem este esta ce cette");

    /// <summary>Units in days; a month is 30 only until it is reckoned by the calendar.</summary>
    public static int? UnitDays(string word) => word switch
    {
        "day" or "days" or "tag" or "tage" or "tagen" or "dia" or "dias" or "jour" or "jours" => 1,
        "week" or "weeks" or "wk" or "wks" or "woche" or "wochen" or "semana" or "semanas" or "semaine" or "semaines" => 7,
        "fortnight" => 14,
        "month" or "months" or "monat" or "monate" or "monaten" or "monats" or "mes" or "meses" or "mois" => 30,
        "year" or "years" or "jahr" or "jahre" or "jahren" or "ano" or "anos" or "an" or "ans" => 365,
        _ => null,
    };

    public static bool IsMonthUnit(int days) => days == 30;

    private static FrozenSet<string> Set(string words) => words.Split(' ').SelectMany(Spellings).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Build(int first, string list) => list.Split('|')
        .SelectMany((group, index) => group.Split(' ').SelectMany(Spellings).Select(word => (Word: word, Number: index + first)))
        .DistinctBy(entry => entry.Word)
        .ToFrozenDictionary(entry => entry.Word, entry => entry.Number, StringComparer.Ordinal);

    private static IEnumerable<string> Spellings(string word) =>
        [Folding.Fold(word), Folding.Fold(word.Replace("ä", "ae", StringComparison.Ordinal))];
}
