using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>
/// Tells which of an enquiry's questions a reply answers, by numbers and by words. It is simple and says what it saw; it does not know
/// whether an answer is true. What it finds nothing for is "not seen", never "not answered".
/// </summary>
internal static partial class QuestionMatcher
{
    /// <summary>For every question the passage that answers it; <see langword="null"/> where none was seen.</summary>
    /// <param name="enquiry">What was asked.</param>
    /// <param name="reply">What is new in the reply: without quotations and signature.</param>
    public static IReadOnlyList<string?> Match(Enquiry enquiry, string reply)
    {
        var numbered = Numbered(reply);
        var sentences = Sentences(reply).Where(sentence => !IsQuestion(sentence)).ToList();
        return [.. enquiry.Questions.Select((question, index) => ByNumber(question, numbered.GetValueOrDefault(index + 1)) ?? ByWords(question, sentences))];
    }

    /// <summary>Whether a reply asks something back.</summary>
    public static bool AsksBack(Enquiry enquiry, string reply) =>
        Sentences(reply).Any(sentence => IsQuestion(sentence) && !Courtesy().IsMatch(sentence) && !enquiry.Questions.Any(question => IsRepeated(question.Ask, sentence)));

    /// <summary>Whether a reply asks for what the enquiry has said already.</summary>
    public static bool AsksToRepeat(string reply) => Again().IsMatch(reply);

    private static string? ByNumber(Question question, string? passage)
    {
        if (passage is null) return null;
        var rest = passage.Replace(question.Ask, "", StringComparison.OrdinalIgnoreCase).Trim();
        if (rest.Count(char.IsLetterOrDigit) < 2 || Sentences(rest).All(IsQuestion)) return null;
        return Elsewhere().IsMatch(rest) && !Gives(question.Needs, rest) ? null : rest;
    }

    private static string? ByWords(Question question, List<string> sentences) =>
        sentences.Find(sentence => question.About.Any(word => Holds(sentence, word)) && Gives(question.Needs, sentence) && !Elsewhere().IsMatch(sentence));

    private static Dictionary<int, string> Numbered(string reply)
    {
        Dictionary<int, string> passages = [];
        var starts = Number().Matches(reply);
        for (var index = 0; index < starts.Count; index++)
        {
            var from = starts[index].Index + starts[index].Length;
            var to = index + 1 < starts.Count ? starts[index + 1].Index : EndOfParagraph(reply, from);
            passages.TryAdd(starts[index].Groups["n"].Value[0] - '0', reply[from..to].Trim());
        }
        return passages;
    }

    private static int EndOfParagraph(string text, int from) => text.IndexOf("\n\n", Math.Min(text.Length, from + 1), StringComparison.Ordinal) is var end and >= 0 ? end : text.Length;

    private static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 1);

    private static bool IsQuestion(string sentence) => sentence.TrimEnd().EndsWith('?') || sentence.TrimEnd().EndsWith('？');

    private static bool IsRepeated(string ask, string sentence) => sentence.Contains(ask, StringComparison.OrdinalIgnoreCase) || ask.Contains(sentence.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string sentence, string word)
    {
        for (var at = sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            // Beginnings of words count; Chinese has no gaps between them, German joins them.
            if (word[0] > '\u2E80' || at == 0 || !char.IsLetter(sentence[at - 1]) || word.Length > 4) return true;
        }
        return false;
    }

    private static bool Gives(AnswerKind kind, string text) => kind switch
    {
        AnswerKind.Duration => Duration().IsMatch(text),
        AnswerKind.Amount => text.Any(char.IsDigit),
        AnswerKind.Time => Clock().IsMatch(text),
        AnswerKind.YesOrNo => Decision().IsMatch(text),
        _ => true,
    };

    [GeneratedRegex(@"(?:^|\n)[ \t]*(?:(?:zu|ad|re|question|frage|pregunta|问题)\s*)?[(（]?(?<n>[1-5])\s?(?:[.)）、．:：]|\s-)(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[.!?。！？])\s+|(?<=[。！？])|\n+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(\d|\b(one|two|three|four|five|six|seven|eight|ten|fourteen|thirty|ein|eine|einer|einem|zwei|drei|vier|fünf|sieben|zehn|vierzehn|dreißig|un|una|uno|dos|tres|cuatro|cinco|siete|diez|quince|treinta|une|deux|trois|quatre|cinq|sept|dix|quinze|trente)\b|[一二两三四五六七八九十半几])[^.\n]{0,24}?(day|week|hour|month|minute|tag|woche|stunde|monat|minute|día|dia|semana|hora|mes|minuto|jour|semaine|heure|mois|天|日|周|小时|个月|分钟|星期)|same day|at once|immediately|overnight|sofort|noch am selben|inmediat|el mismo día|immédiat|le jour même|当天|立即|马上", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\d{1,2}\s?([:.h]\s?\d{2}|uhr|h\b|am\b|pm\b|a\.m|p\.m|点|时|heures|horas)|(mon|tues|wednes|thurs|fri|satur|sun)day|weekday|montag|freitag|werktag|lunes|viernes|laborable|lundi|vendredi|ouvr|周[一二三四五六日]|星期|工作日|24/7|around the clock|rund um die uhr|24 horas|24h|全天", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(yes|no|not|can|cannot|can't|possible|unfortunately|sure|of course|ja|nein|nicht|kein|keine|kann|können|möglich|leider|gern|gerne|sí|puede|pueden|posible|lamentablemente|claro|oui|non|pas|peut|peuvent|possible|malheureusement|bien sûr)\b|可以|不可|不能|能|行|是的|没有|不行|无法", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decision();

    [GeneratedRegex(@"see (our|the) (faq|website|help|page)|visit (our|the)|find (all|more|the) (information|answers)|(auf|in) unse(re|ren|rer) (faq|website|webseite|hilfe)|consult(e|ar) (nuestra|la) (web|página)|consultez (notre|la) (site|page|faq)|(请|可)(查看|参阅|访问).{0,10}(网站|帮助|常见问题)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"anything else|something else|further questions|any other|weitere fragen|noch etwas|sonst noch|algo más|otra cosa|más preguntas|autre chose|d'autres questions|还有.{0,6}(问题|需要)|其他问题", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"(repeat|resend|send again|describe again|tell us again|remind us|what (is|was) (your|the) (question|enquiry|inquiry|request|matter))|(could|can) you (please )?(tell|let) (us|me) (know )?what|worum (geht|ging) es|(anliegen|frage|fragen|anfrage) (noch einmal|nochmals|erneut)|(noch einmal|nochmals|erneut) (schildern|mitteilen|senden|beschreiben)|(repetir|reenviar|volver a enviar|cuál (es|era) su (consulta|pregunta))|(répéter|renvoyer|préciser de nouveau|quelle (est|était) votre (question|demande))|(再|重新)(说明|描述|发送|提供)|您(想|要)(咨询|问)什么", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Again();
}
