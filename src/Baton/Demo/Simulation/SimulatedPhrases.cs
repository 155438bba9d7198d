using System.Text.RegularExpressions;

namespace Baton;

/// <summary>What a customer says in their language whatever they came for, and how they hear what was said to them.</summary>
internal sealed partial record SimulatedPhrases
{
    private static readonly Dictionary<string, SimulatedPhrases> _all = new(StringComparer.Ordinal)
    {
        ["en"] = new()
        {
            HereIsTheOrder = "It is {0}.",
            NoOrder = "I don't have the number at hand, sorry.",
            Yes = "Yes, please.",
            No = "No, better leave it as it is.",
            Thanks = "Thank you, that helps. That's all!",
            Person = "I'd like to talk to a person, please.",
            StillThere = "Hello? Is anybody there?",
            ToWorker = ["Good that you are here. It is still about this: {0}", "That would help, yes. Thank you.", "Perfect, thanks for taking the time. Bye!"],
            GoodComment = "Quick and clear.",
            BadComment = "I had to repeat myself.",
        },
        ["de"] = new()
        {
            HereIsTheOrder = "Die Nummer ist {0}.",
            NoOrder = "Die Nummer habe ich leider gerade nicht.",
            Yes = "Ja, bitte.",
            No = "Nein, lassen wir es lieber so.",
            Thanks = "Danke, das hilft mir weiter. Das war alles!",
            Person = "Ich möchte bitte mit einem Menschen sprechen.",
            StillThere = "Hallo? Ist noch jemand da?",
            ToWorker = ["Gut, dass Sie da sind. Es geht immer noch darum: {0}", "Ja, das würde helfen. Danke.", "Wunderbar, danke für Ihre Zeit. Tschüss!"],
            GoodComment = "Schnell und klar.",
            BadComment = "Ich musste alles zweimal sagen.",
        },
        ["es"] = new()
        {
            HereIsTheOrder = "El número es {0}.",
            NoOrder = "No tengo el número a mano, lo siento.",
            Yes = "Sí, por favor.",
            No = "No, mejor dejémoslo como está.",
            Thanks = "Gracias, eso me ayuda. ¡Eso es todo!",
            Person = "Quisiera hablar con una persona, por favor.",
            StillThere = "¿Hola? ¿Hay alguien?",
            ToWorker = ["Qué bien que esté aquí. Sigue siendo por esto: {0}", "Sí, eso ayudaría. Gracias.", "Perfecto, gracias por su tiempo. ¡Adiós!"],
            GoodComment = "Rápido y claro.",
            BadComment = "Tuve que repetirlo todo.",
        },
        ["fr"] = new()
        {
            HereIsTheOrder = "C'est le {0}.",
            NoOrder = "Je n'ai pas le numéro sous la main, désolé.",
            Yes = "Oui, s'il vous plaît.",
            No = "Non, laissons plutôt comme ça.",
            Thanks = "Merci, ça m'aide. C'est tout !",
            Person = "Je voudrais parler à une personne, s'il vous plaît.",
            StillThere = "Allô ? Il y a quelqu'un ?",
            ToWorker = ["Merci d'être là. C'est toujours pour ceci : {0}", "Oui, ça m'aiderait. Merci.", "Parfait, merci pour votre temps. Au revoir !"],
            GoodComment = "Rapide et clair.",
            BadComment = "J'ai dû tout répéter.",
        },
        ["zh"] = new()
        {
            HereIsTheOrder = "订单号是 {0}。",
            NoOrder = "抱歉，我手边没有订单号。",
            Yes = "好的，请办理。",
            No = "不用了，还是保持原样吧。",
            Thanks = "谢谢，问题解决了，没有别的了！",
            Person = "请帮我转人工客服。",
            StillThere = "你好？有人在吗？",
            ToWorker = ["您来了太好了，还是这件事：{0}", "好的，这样可以，谢谢。", "太好了，谢谢您，再见！"],
            GoodComment = "又快又清楚。",
            BadComment = "我不得不重复说明。",
        },
    };

    /// <summary>With the order's number as {0}.</summary>
    public required string HereIsTheOrder { get; init; }

    public required string NoOrder { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    public required string Thanks { get; init; }

    public required string Person { get; init; }

    public required string StillThere { get; init; }

    /// <summary>To a person who has come, one after another; the first with the matter as {0}.</summary>
    public required IReadOnlyList<string> ToWorker { get; init; }

    public required string GoodComment { get; init; }

    public required string BadComment { get; init; }

    /// <summary>The phrases of a language; English when it is none of ours.</summary>
    public static SimulatedPhrases In(string locale) => _all.GetValueOrDefault(locale.Split('-')[0], _all["en"]);

    public static bool AsksForOrder(string text) => OrderAsked().IsMatch(text);

    public static bool SaysNotUnderstood(string text) => NotUnderstood().IsMatch(text);

    /// <summary>Whether the service offers more help, which is no question about the matter.</summary>
    public static bool OffersMore(string text) => MoreOffered().IsMatch(text);

    public static bool IsYes(string text) => YesWord().IsMatch(text);

    public static bool IsNo(string text) => NoWord().IsMatch(text);

    private const RegexOptions Loosely = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"order number|which order|what order|bestellnummer|welche bestellung|n[úu]mero de(l)? pedido|qu[ée] pedido|num[ée]ro de (la )?commande|quelle commande|订单号|哪个订单|哪一个订单", Loosely, 1_000)]
    private static partial Regex OrderAsked();

    [GeneratedRegex(@"not (quite )?(sure|understand)|didn't (quite )?(understand|get)|did not understand|rephrase|other words|nicht (ganz )?verstanden|anders sagen|no (he |lo )?entend|otras palabras|pas (bien )?compris|autrement|没(有)?(太)?(听|看)?(明白|懂|理解)|换(个|一种)说法", Loosely, 1_000)]
    private static partial Regex NotUnderstood();

    [GeneratedRegex(@"anything else[^?]*\?\s*$|noch etwas[^?]*\?\s*$|sonst noch[^?]*\?\s*$|algo m[áa]s[^?]*\?\s*$|autre chose[^?]*\?\s*$|(还有|别的|其他)[^?？]*[?？]\s*$", Loosely, 1_000)]
    private static partial Regex MoreOffered();

    [GeneratedRegex(@"^(yes|ja|s[íi]|oui|是|好|对|确认)", Loosely, 1_000)]
    private static partial Regex YesWord();

    [GeneratedRegex(@"^(no|nein|non|否|不|取消)", Loosely, 1_000)]
    private static partial Regex NoWord();
}
