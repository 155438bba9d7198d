namespace Baton.Audit;

/// <summary>What every mail of a probe says besides its questions, in the enquiry's language.</summary>
/// <param name="Greeting">The first line.</param>
/// <param name="Thanks">After the questions.</param>
/// <param name="Regards">Before the name.</param>
/// <param name="Page">Before the address of the page that explains.</param>
/// <param name="Reference">Before the token.</param>
/// <param name="Reminder">The reminder's text; {0} is the day of the first mail.</param>
/// <param name="Closing">The closing mail's text.</param>
/// <param name="Wrote">The line over the quoted first mail; {0} is the day, {1} the name.</param>
internal sealed record ProbeWords(string Greeting, string Thanks, string Regards, string Page, string Reference, string Reminder, string Closing, string Wrote)
{
    private static readonly Dictionary<string, ProbeWords> Languages = new(StringComparer.Ordinal)
    {
        ["en"] = new("Hello,", "Thank you for your help.", "Kind regards", "Who I am and why I ask", "Ref.",
            "I wrote to you on {0} and have not found an answer. Could you have a look at my questions below? Thank you.",
            "Thank you for your time. My enquiry is closed; no further reply is needed. It was part of a review of how organisations can be reached.",
            "On {0}, {1} wrote:"),
        ["de"] = new("Guten Tag,", "Vielen Dank für Ihre Hilfe.", "Freundliche Grüße", "Wer ich bin und warum ich frage", "Zeichen",
            "ich habe Ihnen am {0} geschrieben und keine Antwort gefunden. Könnten Sie sich meine Fragen unten ansehen? Vielen Dank.",
            "vielen Dank für Ihre Zeit. Meine Anfrage ist erledigt, eine weitere Antwort ist nicht nötig. Sie war Teil einer Untersuchung, wie Unternehmen erreichbar sind.",
            "Am {0} schrieb {1}:"),
        ["es"] = new("Buenos días:", "Muchas gracias por su ayuda.", "Un cordial saludo", "Quién soy y por qué pregunto", "Ref.",
            "Les escribí el {0} y no he encontrado respuesta. ¿Podrían mirar mis preguntas, que siguen abajo? Muchas gracias.",
            "Muchas gracias por su tiempo. Mi consulta queda cerrada y no hace falta más respuesta. Formaba parte de un estudio sobre cómo se puede contactar con las organizaciones.",
            "El {0}, {1} escribió:"),
        ["fr"] = new("Bonjour,", "Merci de votre aide.", "Cordialement", "Qui je suis et pourquoi je pose ces questions", "Réf.",
            "Je vous ai écrit le {0} et je n'ai pas trouvé de réponse. Pourriez-vous regarder mes questions ci-dessous ? Merci beaucoup.",
            "Merci pour votre temps. Ma demande est close, aucune autre réponse n'est nécessaire. Elle faisait partie d'une étude sur la manière de joindre les organisations.",
            "Le {0}, {1} a écrit :"),
        ["zh"] = new("您好：", "谢谢您的帮助。", "此致敬礼", "我是谁，为什么询问", "编号",
            "我在{0}给您写过信，还没有看到答复。麻烦您看一下下面的问题，谢谢。",
            "谢谢您抽出时间。我的询问到此结束，不需要再回复。这封信是一项关于如何联系各机构的调查的一部分。",
            "{1} 于 {0} 写道："),
    };

    public static ProbeWords Of(string language) => Languages.GetValueOrDefault(language) ?? Languages["en"];
}
