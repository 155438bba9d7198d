using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>Finds the time by which an answer is promised.</summary>
internal static class PromiseReader
{
    private static readonly Regex _answers = Patterns.Compile(
        @"\b(respond|reply|replies|replied|answer|get back|getting back|be in touch|in touch|contact you|hear from|hear back|back to you|response|follow up|look into|review|process|handle|attend"
        + @"|bearbeitungszeit|bescheid|antwort|beantwort|meld|bearbeit|ruckmeldung|kontaktier|in verbindung|kummern|repond|reponse|recontact|contactera|contacterons|reviendr|reviennent|revenons|revenir vers|traite|traiterons"
        + @"|respond|contest|contactar|pondremos|pondra|respuesta|atend|gestion|tramit|rispond|contatt|entraremos|retorn|reageren|reactie|hoort|hoor je|beantwoord|aterkommer|odpow)|回复|回覆|答复|答覆|联系|聯繫|处理|處理|回答|返信|連絡|답변|답장");

    /// <summary>Sentences that name a time but promise no answer by it.</summary>
    private static readonly Regex _others = Patterns.Compile(
        @"(if (you|we) (do not|don't|have not|haven't)|unless|please (reply|respond|answer|contact|confirm|provide)|you (have|must|need to|should|can|may) (reply|respond|\d)|(we|i) (have not|haven't|did not|didn't) (heard|received)|your (reply|response|answer)|will be closed|automatically close|be deleted|expire|refund|delivery time|deliver|ship|return(ed|s)? (it|the|your|an|items?)|past \d|last \d|for \d+ (days|hours)|open \d|valid for|satisfaction"
        + @"|wenn (sie|wir) .{0,30}nicht|sollten sie .{0,30}nicht|bitte antworten|liefer|ruckgabe|widerruf|geschlossen|si vous n|livr|retour|si no |entrega|envio|devol|reembols|如果您|若您|发货|退货|送达)");

    private static readonly Regex _nextDay = Patterns.Compile(@"(next (business|working) day|(am|zum) nachsten (werktag|arbeitstag)|prochain jour (ouvre|ouvrable)|jour ouvre suivant|siguiente dia (habil|laborable)|proximo dia (habil|laborable|util)|下一个工作日|次个工作日|翌営業日)");
    private static readonly Regex _today = Patterns.Compile(@"(by the end of (the|today's) day|by end of day|same (business |working )?day|later today|within the day|\btoday\b|noch heute|im laufe des tages|aujourd'hui|dans la journee|hoy mismo|en el dia|今天内|当天|今日中)");
    private static readonly Regex _tomorrow = Patterns.Compile(@"(\btomorrow\b|\bmorgen\b|\bdemain\b|\bmanana\b|明天|明日)");
    private static readonly Regex _soon = Patterns.Compile(
        @"(as soon as|as quickly as|shortly|very soon|\bsoon\b|at the earliest|without delay|promptly|schnellstmoglich|so schnell wie moglich|so bald wie moglich|baldmoglichst|schnellstens|in kurze|zeitnah|umgehend|des que possible|plus brefs delais|meilleurs delais|rapidement|aussi vite|prochainement|lo antes posible|a la mayor brevedad|en breve|cuanto antes|brevedad|il prima possibile|al piu presto|o mais breve|assim que possivel|zo snel mogelijk|spoedig|尽快|儘快|尽早|早日|できるだけ早|できる限り早)");

    public static Promise? Read(CueText text)
    {
        var folded = text.Text;
        Promise? best = null;
        foreach (var (start, length, amount, unit) in Durations.Find(folded))
        {
            var sentence = Sentence(folded, start, length);
            if (!Promises(sentence))
                continue;

            // Of several promises in one letter the last to fall due is the one that can be broken.
            if (best is null || Weight(amount, unit) > Weight(best.Amount, best.Unit))
                best = new Promise(amount, unit, text.Quote(start, length));
        }

        return best ?? Named(text, _nextDay, 1, PromiseUnit.WorkingDays) ?? Named(text, _tomorrow, 1, PromiseUnit.Days) ?? Named(text, _today, 0, PromiseUnit.Days) ?? Named(text, _soon, 0, PromiseUnit.None);
    }

    private static Promise? Named(CueText text, Regex pattern, int amount, PromiseUnit unit)
    {
        for (var match = pattern.Match(text.Text); match.Success; match = match.NextMatch())
        {
            if (Promises(Sentence(text.Text, match.Index, match.Length)))
                return new Promise(amount, unit, text.Quote(match.Index, match.Length));
        }

        return null;
    }

    private static bool Promises(string sentence) => _answers.IsMatch(sentence) && !_others.IsMatch(sentence);

    private static double Weight(int amount, PromiseUnit unit) => amount * unit switch
    {
        PromiseUnit.Minutes => 1.0 / 60,
        PromiseUnit.Hours => 1,
        PromiseUnit.WorkingHours => 3,
        PromiseUnit.Days => 24,
        PromiseUnit.WorkingDays => 34,
        PromiseUnit.Weeks => 168,
        PromiseUnit.Months => 720,
        _ => 0,
    };

    private static string Sentence(string text, int start, int length)
    {
        var first = start;
        while (first > 0 && start - first < 220 && !Ends(text, first - 1))
            first--;
        var last = start + length;
        while (last < text.Length && last - start < 260 && !Ends(text, last))
            last++;
        return text[first..last];
    }

    private static bool Ends(string text, int index) =>
        text[index] is '!' or '?' or '。' or '！' or '？' || (text[index] == '.' && index + 1 < text.Length && text[index + 1] == ' ' && index > 1 && char.IsLetter(text[index - 1]) && char.IsLetter(text[index - 2]));
}
