using System.Text.RegularExpressions;

namespace Baton.Desk;

/// <summary>
/// Whether a worker's message is more than a greeting or a request for patience: without those phrases it still has four words (four
/// characters in Chinese), a digit, or a file. Simple on purpose, so that everybody can tell what was counted.
/// </summary>
internal static partial class SubstantivePolicy
{
    private const int FewestWords = 4;

    // No courtesy is that long.
    private const int LongestCourtesy = 1_000;
    private const int MatchMilliseconds = 1_000;

    public static bool IsSubstantive(string text, int files)
    {
        if (files > 0 || text.Length > LongestCourtesy) return true;
        var rest = Courtesies().Replace(text.Replace('\u2019', '\'').ToLowerInvariant(), " ");
        return rest.Any(char.IsDigit) || Words().Count(rest) >= FewestWords;
    }

    [GeneratedRegex("""[\u3400-\u9fff]|[\p{L}-[\u3400-\u9fff]][\p{L}'-[\u3400-\u9fff]]*""", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Words();

    [GeneratedRegex("""
        \b(?:hello|hi|hey|dear|good\ (?:morning|afternoon|evening|day)|there
        |(?:just\ )?(?:a|one)\ (?:moment|minute|second|sec)|please|hold\ on|wait|bear\ with\ me
        |(?:let\ me|i'll|i\ will|i'm\ going\ to)\ (?:just\ |quickly\ )?(?:check|look|see|have\ a\ look|take\ a\ look)(?:\ (?:into|at))?(?:\ (?:this|that|it))?(?:\ for\ you)?
        |thank(?:s|\ you)(?:\ for)?(?:\ your)?(?:\ (?:waiting|patience|message))?|how\ (?:can|may)\ i\ help(?:\ you)?(?:\ today)?|(?:my\ name\ is|this\ is|i'm|i\ am)\ \p{L}+
        |hallo|guten\ (?:tag|morgen|abend)|(?:einen\ )?(?:kleinen\ )?(?:moment|augenblick)|bitte|ich\ (?:schaue|sehe|prüfe)(?:\ mir)?(?:\ das)?(?:\ (?:kurz|gleich|mal))*(?:\ (?:nach|an))?
        |danke\ für\ (?:ihre|die)\ (?:geduld|nachricht)|wie\ kann\ ich(?:\ ihnen)?\ helfen|mein\ name\ ist\ \p{L}+
        |hola|buen[oa]s\ (?:días|tardes|noches)|un\ (?:momento|minuto|segundo)|por\ favor|(?:déjeme|voy\ a)\ (?:ver|mirar|revisar|comprobar)(?:lo)?
        |gracias\ por\ (?:su\ )?(?:paciencia|esperar|mensaje)|en\ qué\ puedo\ ayudar(?:le|te)?|me\ llamo\ \p{L}+
        |bonjour|bonsoir|un\ (?:instant|moment)|s'il\ vous\ plaît|je\ (?:regarde|vérifie)(?:\ (?:cela|ça))?|merci\ (?:de|pour)\ (?:votre\ )?(?:patience|attente|message|patienter)
        |comment\ puis-je\ vous\ aider|je\ m'appelle\ \p{L}+)\b
        |您好|你好|请?稍等(?:一下|片刻)?|请稍候|我?(?:来|先)?(?:帮您)?[查看]一下|感谢您的(?:耐心)?(?:等待|来信)?|(?:请问)?有什么可以帮您的?吗?|谢谢
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Courtesies();
}
