using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>The words by which an answer is recognised, in English, German, Spanish, French and Chinese.</summary>
internal static partial class AnswerWords
{
    /// <summary>Where a text gives what a kind of question asks for; <see langword="null"/> when anything on the matter does.</summary>
    public static Regex? Gives(AnswerKind kind) => kind switch
    {
        AnswerKind.Duration => Duration(),
        AnswerKind.Amount => Amount(),
        AnswerKind.Time => Clock(),
        AnswerKind.YesOrNo => Decision(),
        _ => null,
    };

    /// <summary>Whether a sentence sends the reader elsewhere.</summary>
    public static bool SendsElsewhere(string sentence) => Elsewhere().IsMatch(sentence);

    /// <summary>Whether a sentence says that it does not answer.</summary>
    public static bool Declines(string sentence) => Declined().IsMatch(sentence);

    /// <summary>Whether a sentence speaks of answering mail: a time in it is a promise.</summary>
    public static bool SpeaksOfAnswering(string sentence) => Answering().IsMatch(sentence);

    /// <summary>Whether a sentence only offers more help.</summary>
    public static bool IsCourtesy(string sentence) => Courtesy().IsMatch(sentence);

    /// <summary>Whether a text asks for what was said already.</summary>
    public static bool AsksAgain(string text) => Again().IsMatch(text);

    /// <summary>Units of time and words like them say nothing of what a sentence is about.</summary>
    public static bool IsWeak(string word) => word is "day" or "tag" or "día" or "jour" or "天" or "日" or "hour" or "hora" or "heure" or "back" or "zurück" or "take" or "周" or "点" or "时间";

    [GeneratedRegex(@"((\d|\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety|a few|a couple of|several|ein|eine|einer|einem|einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|vierzehn|zwanzig|dreißig|wenige|wenigen|einige|paar|un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|veinte|treinta|sesenta|par de|pocos|une|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente|soixante|quelques|dizaine de|quinzaine de)\b|[一二两三四五六七八九十半几])[^.\n，,;；]{0,24}?((?<!\p{L})((working|business)\s)?(day|week|fortnight|hour|month|minute|(werk|arbeits|kalender|geschäfts)?tag|woche|stunde|monat|día|dia|semana|hora|mes|minuto|jour|semaine|heure|mois)|天|日|周|小时|个月|分钟|星期))|\b(within|in|under|sous|en|dans|binnen|innerhalb von)\s\d{1,3}\s?(h|hrs?)\b|\d\s?[-–/]\s?\d{1,3}\s?(h|hrs?)\b|fortnight|same[ -]day|next (working |business )?(day|morning)|\btomorrow\b|at once|immediately|overnight|sofort|(am|noch am) (selben|gleichen|nächsten|folgenden) (tag|werktag|morgen)|übermorgen|über nacht|inmediat|en el día|(el|al) (mismo día|día siguiente)|immédiat|le jour même|lendemain|dans la journée|当天|当日|次日|隔天|第二天|立即|马上", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\d{1,2}\s?([:.h]\s?\d{2}|uhr|h\b|am\b|pm\b|a\.m|p\.m|点|时|heures|horas)|\b(between|from|de|von|zwischen) (\d{1,2}|nine|eight|ten|neun|acht|zehn) (and|to|until|till|a|bis|und|à) (\d{1,2}|four|five|six|seven|fünf|sechs|sieben)\b|(mon|tues|wednes|thurs|fri|satur|sun)day|\b(mon|tue|wed|thu|fri|sat)s?\b|weekday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|werktag|lunes|martes|jueves|viernes|laborable|lundi|mardi|vendredi|samedi|ouvr(é|able)|周[一二三四五六日]|星期|工作日|每天|24/7|around the clock|rund um die uhr|24 horas|24h|全天", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(yes|no|not|can|cannot|can't|possible|unfortunately|sure|of course|fine|okay|works?|leaves?|allowed|available|ja|nein|nicht|kein|keine|kann|können|möglich|leider|gern|gerne|klappt|geht|erlaubt|sí|no|puede|pueden|posible|lamentablemente|claro|disponibles?|activad[oa]s?|admitimos|oui|non|pas|peut|peuvent|possible|malheureusement|bien sûr|proposons|choisissez)\b|可以|不可|不能|能|行|是的|没有|不行|无法|没问题", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decision();

    [GeneratedRegex(@"(see|look at|check|read|consult) (\w+ ){0,2}(faq|website|site|help|pages?|terms)\b|visit (our|the)|find (all|more|the) (information|answers)|(auf|in|unter) unse(re|ren|rer|m) (faq|website|webseite|seite|hilfe|agb|homepage)|finden sie (alles|alle|auf|unter|in)|consult(e|ar|en) (nuestra|la|las) (web|página|condiciones)|(consultez|consulter|voyez|voir) (notre|nos|la|les|le) (site|pages?|faq|conditions)|(请|可)(查看|参阅|访问|看).{0,10}(网站|帮助|常见问题|公告)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"(can't|cannot|can not|couldn't|could not|unable to|not able to|won't|don't|do not|rather not) (\w+ ){0,3}(say|tell|promise|know|answer|confirm|give)|\bnot sure\b|(will|need to|have to|must) (have to )?(check|ask|find out|look into)|(get|come) back to you|no idea|nichts? (\w+ ){0,2}(sagen|versprechen|zusagen)|weiß ich (leider )?nicht|nachfragen|erkundige|(klär(e|t|en)|prüfe) (\w+ ){0,3}(ich|mein|meine|gerade|noch)|meldet sich|melde mich|no (\w+ )?(puedo|podemos|sabría|sabemos) (decir|asegurar|confirmar)|no lo sé|(tengo|tenemos) que consultar|lo consulto|le (informará|dirá|contestará)|(ne )?(peux|sais|pouvons|savons) (\w+ )?pas (vous )?(dire|répondre|quoi|préciser)|ne sais pas|(me|nous nous) renseign|(reviens|revenons) vers vous|不好说|不清楚|不确定|不知道|没法(说|确定)|帮您(问|查)|转(交|给)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declined();

    [GeneratedRegex(@"\b(repl(y|ies)|answers?|respon(d|se)|hear from us|get back)|antwort|melden|rückmeldung|respuesta|respond|contest|répon|回复|答复|联系", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Answering();

    [GeneratedRegex(@"anything else|something else|(further|other|more|any) questions|hesitate|weitere[nr]? fragen|bei fragen|noch etwas|sonst noch|(en|con) algo más|algo más\?|otra cosa|(más|alguna) preguntas?|autre chose|d'autres questions|n'hésitez|还有.{0,6}(问题|需要)|其他问题|有(任何)?(问题|疑问)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"(repeat|resend|send again|describe again|tell us again|remind us|what (is|was) (your|the) (question|enquiry|inquiry|request|matter))|(could|can) you (please )?(tell|let) (us|me) (know )?what|worum (geht|ging) es|(anliegen|frage|fragen|anfrage) (noch einmal|nochmals|erneut)|(noch einmal|nochmals|erneut) (schildern|mitteilen|senden|beschreiben)|(repetir|reenviar|volver a enviar|cuál (es|era) su (consulta|pregunta))|(répéter|renvoyer|préciser de nouveau|quelle (est|était) votre (question|demande))|(再|重新)(说明|描述|发送|提供)|您(想|要)(咨询|问)什么", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Again();
}
