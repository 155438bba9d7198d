using System.Text.RegularExpressions;

namespace Baton.Language;

/// <summary>What makes a message abusive.</summary>
public enum AbuseKind
{
    /// <summary>The reader is called names or told where to go.</summary>
    Insult,

    /// <summary>The reader's life, body or home is threatened, or death is wished.</summary>
    Threat,

    /// <summary>Sexual words at the reader.</summary>
    Harassment,

    /// <summary>A word that degrades people for what they are.</summary>
    Slur,
}

/// <summary>Abuse that was found in a message.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Words">The words that show it, as written.</param>
public sealed record Abuse(AbuseKind Kind, string Words);

/// <summary>
/// Whether a message attacks the person who reads it, in English, German, Spanish, French and Chinese. Anger, reproach, threats with
/// lawyers and swearing at the matter are none: only words <em>at the reader</em> count, so every pattern needs an address or an
/// order to somebody. What somebody else is reported to have said does not count either. Rules, not a model: what is folded can be explained.
/// </summary>
public static partial class AbuseReader
{
    /// <summary>Abuse stands at the beginning of a text or nowhere; longer texts are letters or logs.</summary>
    private const int MostCharacters = 4_000;

    /// <summary>So many characters before the words tell whether they are reported.</summary>
    private const int Before = 32;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // The gravest first: a threat with an insult is a threat.
    private static readonly (AbuseKind Kind, Regex Pattern)[] _patterns =
    [
        (AbuseKind.Threat, EnglishThreat()), (AbuseKind.Threat, GermanThreat()), (AbuseKind.Threat, SpanishThreat()), (AbuseKind.Threat, FrenchThreat()), (AbuseKind.Threat, ChineseThreat()),
        (AbuseKind.Harassment, Harassment()), (AbuseKind.Slur, Slur()),
        (AbuseKind.Insult, EnglishInsult()), (AbuseKind.Insult, GermanInsult()), (AbuseKind.Insult, SpanishInsult()), (AbuseKind.Insult, FrenchInsult()), (AbuseKind.Insult, ChineseInsult()),
    ];

    /// <summary>Reads a message.</summary>
    /// <param name="text">As the customer wrote it; beyond 4,000 characters nothing is read.</param>
    /// <returns>The gravest abuse in it; null for none, and where the text resists reading in time.</returns>
    public static Abuse? Read(string text)
    {
        var read = (text.Length > MostCharacters ? text[..MostCharacters] : text).Replace('’', '\'');
        foreach (var (kind, pattern) in _patterns)
        {
            try
            {
                foreach (Match match in pattern.Matches(read))
                    if (!IsReported(read, match.Index)) return new(kind, match.Value.Trim());
            }
            catch (RegexMatchTimeoutException)
            {
                // Text made to be slow is no customer's: what cannot be read is shown as it is.
                return null;
            }
        }

        return null;
    }

    private static bool IsReported(string text, int at)
    {
        var start = Math.Max(0, at - Before);
        var before = text[start..at];
        // What another sentence reports is over.
        return Reported().IsMatch(before[(before.LastIndexOfAny(['.', '!', '?', '。', '！', '？', '\n']) + 1)..]);
    }

    [GeneratedRegex(
        """\b(?:told|tells|said|says|shouted|yelled|called|screamed|wrote|writes|saying|sagte|sagt|gesagt|schrie|rief|nannte|schrieb|dijo|dice|gritó|llamó|escribió|a dit|m'a dit|dit|crié|traité|écrit)\b|说|骂|喊|写着""",
        Options, 500)]
    private static partial Regex Reported();

    [GeneratedRegex(
        """\b(?:suck my (?:dick|cock|balls)|(?:show|send) (?:me|us) (?:your|ur) (?:tits|boobs|ass|nudes|pussy)|i (?:want to|wanna|would) (?:fuck|bang) you|"""
        + """ich (?:will|würde) (?:dich|sie) ficken|lutsch(?:t|en sie)? (?:mir )?(?:den|meinen) schwanz|zeig(?:en sie)? mir (?:deine|ihre) (?:titten|brüste)|"""
        + """ch[uú]pame(?:la| la (?:polla|verga))|te voy a follar|quiero follarte|ens[eé]ñame (?:las|tus) tetas|"""
        + """suce(?:z)?[- ]ma bite|montre(?:z)?[- ]moi (?:tes|vos) (?:seins|nichons))\b|给我(?:吹|舔)|想(?:操|上)你""",
        Options, 500)]
    private static partial Regex Harassment();

    [GeneratedRegex("""\b(?:n[i1]gg(?:er|a)s?|faggots?|kikes?|wetbacks?|kanaken?|neger|judensau|sudacas?|bougnoules?|n[ée]gros? de mierda|sales? (?:arabes?|juifs?|juives?|noirs?|n[èe]gres?))\b|尼哥|黑鬼""", Options, 500)]
    private static partial Regex Slur();
}
