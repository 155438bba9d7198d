using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>
/// Refuses texts that press people: threats with a deadline, with law, lawyers, the press or authorities, and claims of rights that cost
/// the reader work or worry. An audit asks what an ordinary person would ask.
/// </summary>
public static partial class TemplateLint
{
    /// <summary>What is wrong with a text, in words; empty when nothing is.</summary>
    public static IEnumerable<string> Check(string text)
    {
        if (Deadline().Match(text) is { Success: true } deadline) yield return $"The text sets a deadline (\"{deadline.Value.Trim()}\").";
        if (Threat().Match(text) is { Success: true } threat) yield return $"The text threatens (\"{threat.Value.Trim()}\").";
        if (Claim().Match(text) is { Success: true } claim) yield return $"The text claims rights under a law (\"{claim.Value.Trim()}\").";
        foreach (var pressing in PressingSentence.Find(text)) yield return pressing;
    }

    [GeneratedRegex(@"within\s+\w+\s+(business\s+|working\s+)?(hours|days|weeks)[\s,;]+(or\s+(i|we|else|face)\b|otherwise)|(if|unless)\s+(i|we|you)\b[^.?]{0,60}(hear|reply|respond|answer)[^.?]{0,40}\b(by|within|before)\b[^.?]{0,60}\b(i|we)\s+(will|shall|am\s+going)|(reply|respond|answer)\s+(is\s+)?(required|expected|due|needed)?\s*(by|no\s+later\s+than|before|at\s+the\s+latest)\s+\S+[^.?]{0,30}\b(latest|without\s+fail|deadline)|no\s+later\s+than|(sie|ihr)\s+(haben|habt)\s+\S+\s+(tage|stunden|wochen)\s+zeit|spätestens\s+(bis|am|innerhalb)|(entro|binnen|w\s+ciągu|inom|do)\s+\d+\s+(giorni|dagen|dni|dagar|dnů|nap)\b|dans\s+un\s+délai\s+de|tenus?\s+de\s+répondre|obligad[oa]s?\s+a\s+(responder|contestar)|zur\s+antwort\s+verpflichtet|obliged\s+to\s+(reply|respond|answer)|(must|have\s+to|required\s+to)\s+(reply|respond|answer)\b[^.]{0,40}\b(by|within|days)|(binnen|innerhalb\s+von)\s+\S+\s+(tagen|stunden|wochen)[^.]{0,60}(andernfalls|sonst)|frist\s+(bis|von|setze)|sous\s+\w+\s+jours[^.]{0,40}(sinon|faute)|en\s+el\s+plazo\s+de|dernière\s+mise\s+en\s+demeure|letzte\s+mahnung|final\s+notice|(必须|务必)在?.{0,12}(内|前)(回复|答复)|[天日小时]内.{0,8}(否则|不然)|最后通牒", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Deadline();

    [GeneratedRegex(@"legal\s+(action|steps|proceedings)|\b(my|our)\s+(lawyer|attorney|solicitor)|\bsue\b|report\s+(you|this)\s+to|(contact|inform|notify|involve|escalate\s+(this\s+)?to)\s+(the\s+)?(data\s+protection\s+|consumer\s+|competent\s+)?(authority|authorities|regulator|ombudsman|police|press|media|court)|\bi\s+am\s+(a|your)\s+(lawyer|attorney|journalist|inspector)|\blawsuit\b|take\s+you\s+to\s+court|vor\s+gericht|verbraucherzentrale|öffentlich\s+machen|porter\s+plainte|saisir\s+(la|le)\s+|denunciar|demandar(l|emos|é)|reclamaci[oó]n\s+ante|vie\s+legali|azioni\s+legali|avvocato|rechtszaak|advocaat|prawnik|sąd(u|zie)?\b|complain\s+to\s+the\s+(regulator|authority|ombudsman)|(rechtliche|gerichtliche)\s+schritte|(mein|unser)\s+anwalt|anzeige\s+erstatten|aufsichtsbehörde\s+(ein|melden|wenden)|abmahn|poursuites|(mon|notre)\s+avocat|acciones\s+legales|(mi|nuestro)\s+abogado|go\s+to\s+the\s+press|bad\s+review|(律师函|我的律师|法律行动|起诉|诉诸法律)|(向|到).{0,12}(投诉|举报)|曝光|差评", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Threat();

    [GeneratedRegex(@"(under|pursuant\s+to|according\s+to|in\s+accordance\s+with)\s+(the\s+)?(gdpr|ccpa|cpra|dsa|article|section|regulation|directive)|\b(gdpr|ccpa|cpra|dsgvo|rgpd|avg|rodo|lgpd|foia)\b|freedom\s+of\s+information|(selon|en\s+vertu\s+de|conformément\s+à)\s+(l.)?(article|la\s+loi)|(de\s+acuerdo\s+con|conforme\s+a|según)\s+(el|la)\s+(artículo|ley|reglamento)|(ai\s+sensi|secondo\s+l.articolo)|i\s+(hereby\s+)?(request|demand|exercise)\s+(my|all)\s+(right|personal\s+data|data)|my\s+(statutory|legal|consumer)\s+rights|(gemäß|nach)\s+(art\.?|artikel|§)\s*\d+|right\s+(of|to)\s+(access|erasure|be\s+forgotten)|auskunft\s+nach|auskunftsanspruch|data\s+subject\s+(access\s+)?request|droit\s+d.accès|derecho\s+de\s+acceso|(根据|依据|依照|按照).{0,16}(法|条例|规定)|《[^》]{2,30}法》", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Claim();
}
