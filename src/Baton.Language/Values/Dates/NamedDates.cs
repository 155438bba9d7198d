namespace Baton.Language;

/// <summary>Days with a name of their own ("Christmas Eve", "Heiligabend", "Nochevieja") and the end of a month.</summary>
internal sealed class NamedDates(MessageText message, DateFrame frame)
{
    private static readonly (string[] Words, int Month, int Day)[] _feasts = [.. new[]
    {
        (12, 24, "christmas eve|heiligabend|heilig abend|nochebuena|veille de noel|reveillon de noel"),
        (12, 25, "christmas day|christmas|erster weihnachtstag|weihnachten|dia de navidad|navidad|jour de noel|noel"),
        (12, 26, "boxing day|zweiter weihnachtstag"),
        (12, 31, "new year s eve|new years eve|silvester|nochevieja|fin de ano|saint sylvestre|reveillon du nouvel an"),
        (1, 1, "new year s day|new years day|neujahr|ano nuevo|jour de l an|nouvel an"),
        (1, 6, "epiphany|dia de reyes|los reyes|dreikonigstag|heilige drei konige|epiphanie"),
    }.SelectMany(feast => feast.Item3.Split('|').Select(name => (name.Split(' '), feast.Item1, feast.Item2))).OrderByDescending(feast => feast.Item1.Length)];

    private static readonly string[][] _ends = [.. "end of the month|end of this month|end of month|ende des monats|monatsende|ende diesen monats|fin de mes|final de mes|finales de mes|fin du mois".Split('|').Select(name => name.Split(' '))];

    public IEnumerable<FoundDate> Find()
    {
        for (var index = 0; index < message.Words.Count; index++)
        {
            foreach (var (words, month, day) in _feasts)
            {
                if (!Stands(words, index) || frame.Day(null, month, day) is not { } feast)
                    continue;
                yield return Found(feast, index, words.Length);
                index += words.Length - 1;
                break;
            }

            foreach (var words in _ends)
            {
                if (Stands(words, index))
                    yield return Found(new DateOnly(frame.Today.Year, frame.Today.Month, DateTime.DaysInMonth(frame.Today.Year, frame.Today.Month)), index, words.Length);
            }
        }
    }

    private FoundDate Found(DateOnly day, int first, int length) => new(day, day, message.Words[first].Start, message.Words[first + length - 1].End);

    private bool Stands(string[] words, int first)
    {
        if (first + words.Length > message.Words.Count)
            return false;
        for (var index = 0; index < words.Length; index++)
        {
            if (message.Words[first + index].Form != words[index])
                return false;
        }

        return true;
    }
}
