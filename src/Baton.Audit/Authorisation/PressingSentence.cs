using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>
/// What presses in a sentence that is no question. An enquiry asks; whoever states duties, dates for the answer, rights or authorities
/// presses, in whichever words. Rather one harmless sentence too many is refused: its author can put it otherwise.
/// </summary>
internal static partial class PressingSentence
{
    /// <summary>What is wrong with a text's statements, in words.</summary>
    public static IEnumerable<string> Find(string text)
    {
        foreach (var sentence in SentenceEnd().Split(text).Select(part => part.Trim()).Where(part => part.Length > 2 && part[^1] is not ('?' or '？')))
        {
            if (Date().IsMatch(sentence) && (Answer().IsMatch(sentence) || YouHave().IsMatch(sentence))) yield return $"The text sets a deadline (\"{sentence}\").";
            else if (Condition().IsMatch(sentence) || Consequence().IsMatch(sentence) || Authority().IsMatch(sentence) || Publicity().IsMatch(sentence)) yield return $"The text threatens (\"{sentence}\").";
            else if (Duty().IsMatch(sentence) || Right().IsMatch(sentence) || Formal().IsMatch(sentence)) yield return $"The text claims a right or a duty (\"{sentence}\").";
        }
    }

    [GeneratedRegex(@"(?<=[.!?;](?!\p{L}|\d))\s+|(?<=[。！？；])|\n+|(?<=\?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(by|until|till|before|no later than|within|in the next)\s+(the\s+)?(\d|mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|next|this|end|noon|one|two|three|four|five|six|seven|eight|nine|ten|a\s|an\s|jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)|\b(bis|binnen|innerhalb|spätestens|vor)\s+(zum|zur|spätestens|ende|dem|der|einer|eines|von|nächste|kommende|morgen|heute|\d|zwei|drei|vier|fünf|sieben|zehn|vierzehn|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|\b(antes del?|en el plazo|hasta el|dentro de|a más tardar|en (un|una|dos|tres|cuatro|cinco|siete|diez|quince|\d+) (día|semana|hora|mes)|(un|una|dos|tres|cuatro|cinco|siete|diez|quince|\d+) (días?|semanas?|mes(es)?) para)|\b(avant (le|la|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain)|d'ici|sous (\d|un|une|deux|trois|huit|quinz|huitaine)|dans un délai|dans les (\d|deux|trois|huit|quinze)|au plus tard|jusqu'au)|[天日周月时五三一二四六](之?[前内])|限你们?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(answers?|answered|repl(y|ies|ied)|respon(d|se|ses)|hear (from|back)|get back|let me know|in writing)\b|\b(antwort|rückmeld|äußern|reagier|melden sie|hören|mitteil)|\b(respuesta|respond|contest)|répon|(答复|回复|回答|回信)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\byou (have|must|need to|shall)\b|\b(sie haben|haben sie|ihr habt) (\w+ )*(zeit|bis)|\b(tienen?|disponen?) (ustedes )?|\bvous avez\b|限你们?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YouHave();

    [GeneratedRegex(@"\b(otherwise|or else|failure to|failing (that|which)|silence (will|shall|means)|(if|unless|should) (I|we|you|this|there)\b[^?]{0,50}\b(hear|repl|respon|answer|sorted|resolved|fixed)|without (a|an|your) (reply|answer|response))\b|\b(andernfalls|ansonsten|sonst (werde|muss|sehe|gehe|wende|bin)|(sollte|falls|wenn) (ich|wir|sie)\b[^?]{0,50}(nicht|nichts|keine)[^?]{0,30}(hör|antwort|reag|meld)|ohne (ihre )?antwort)|\b(de lo contrario|en caso contrario|si no (me |nos )?(respond|contest|recib)|sin respuesta)|\b(sinon|faute de|à défaut|sans réponse|si vous ne répond)|(否则|不然|逾期)|不.{0,6}的话|如果.{0,8}(不|没有?).{0,4}(回|答)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(consequences|take (it|this|the matter) further|further (steps|action)|next steps (will|against)|reserve the right|(forced|obliged|compelled) to|no choice but|escalate)\b|\bweitere schritte|behalte (ich )?mir|\b(gezwungen|genötigt)|konsequenzen|\bme reserv|emprender|medidas (legales|oportunas)|me ver[ée] (obligad|forzad)|\bme réserv|contraint|engager (des|une|toute)|\b((last|final|one more) (chance|time|warning)|my patience|ultimat(um|ums)|keep a record of|name you|no (other )?option|(you|they) refuse)\b|letzte (chance|warnung|frist)|geduld (ist|endet)|kündige ich|\b(ultimátum|última (oportunidad|advertencia)|mi paciencia)|\b(dernière? (chance|rappel|sommation|avertissement)|ma patience|ultimatum)|最后(一次)?(警告|机会)|给(你们?|您).{0,8}(小时|天|日)|(后果|自负|采取.{0,6}措施|保留.{0,6}权利)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Consequence();

    [GeneratedRegex(@"\b(ombudsman|trading standards|regulator|watchdog|better business bureau|attorney general|small claims|solicitors?|lawyers?|attorneys?|barrister|(to|in|before) court|police|journalists?|the press|television|legal insurance|my insur(ance|er)|my blog)\b|rechtsschutz|fernsehen|anwalt|anwält|kanzlei|verbraucherzentrale|verbraucherschutz|bundesnetzagentur|aufsichtsbehörde|datenschutzbehörde|schlichtungsstelle|\b(vor|ans|zum|beim) gericht\b|gerichtlich|(amts|land|verwaltungs)gericht|\bklage|\bpolizei\b|\bpresse\b|\b((a|ante) consumo|oficina de consumo|facua|ocu|abogad[oa]|juzgado|tribunal(es)?|denuncia\w*|defensor|aepd|prensa|omic|reclamación|reclamaciones|medios|seguro jurídico)\b|\b(médiateur|dgccrf|cnil|ufc|avocate?|tribun(al|aux)|plainte|huissier|justice|(assurance|protection) juridique|médias|avant procédure|procédure judiciaire)\b|12315|12345|工商局|消协|消费者协会|市场监管|律师|法院|起诉|媒体", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Authority();

    [GeneratedRegex(@"\b(bad|negative|poor|honest|public|online|one.star|google) reviews?\b|\breview(ing)? (you|your)\b|\b(trustpilot|tripadvisor|yelp|social media|twitter|publicly)\b|\b(publish|post)(ed|ing)? (\w+ )?(this|your|the|online|it)\b|\band published\b|\b(bewertung|rezension|veröffentlich|öffentlich machen|soziale[n]? (medien|netzwerke))|\b(reseña|opinión negativa|valoración|redes sociales|lo publicar)|\b(avis (négatif|défavorable|en ligne)|réseaux sociaux|rendre public)|曝光|差评|(网上|公开).{0,6}(公开|发|曝|态度)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Publicity();

    [GeneratedRegex(@"\b(legally|by law|statutorily|the law|mandatory)\b|\b(laut|nach) gesetz|\b(la ley|la loi)\b|法律|\b(required|obliged|bound|obligated) (by law|to (provide|answer|reply|respond|tell|inform|give))|\bobligation\b|\byou (must|shall) (answer|reply|respond|provide|tell)|you owe (me|us)|verpflichtet|\bpflicht\b|gesetzlich\w* (vor|ver)|obligad[oa]s?|obligación|\b(tenu(e?s)?|obligés?) (de|à|par)|l'obligation|(义务|必须)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Duty();

    [GeneratedRegex(@"\b(entitled|my rights?|our rights?|(have|has|gives me) (a|the|every) right|right (of|to) (access|know|erasure|an answer))\b|\b(anspruch|mein(e|em|en)? recht(e|en)?|(steht|stehen) mir|mir (steht|stehen)|zusteht|(habe|hat) (ein|das) recht)\b|\b(tengo|tenemos|me da) (el )?derecho|\bmis? derechos?|\b(j'ai|nous avons|me donne|donne) (le )?droit|\b(mes|mon|faire valoir) (mes )?droits?\b|(有权|权利|权益|知情权)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Right();

    [GeneratedRegex(@"\b(formal (complaint|notice|request)|(notice|letter) before action|(i|we) (hereby )?demand|final (notice|warning|reminder))\b|\b(fordere|fordern) (ich|wir)? ?sie|\bhiermit fordere|fristsetzung|mahnung|\b(exijo|exigimos|requerimiento|burofax)|\b(j'exige|nous exigeons|mise en demeure|somme de)|(强烈要求|郑重要求|最后通)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Formal();
}
