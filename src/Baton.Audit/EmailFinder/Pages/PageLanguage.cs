using AngleSharp.Dom;

namespace Baton.Audit;

/// <summary>The language of a page: what it says, or what its most frequent words show.</summary>
internal static class PageLanguage
{
    private static readonly (string Code, HashSet<string> Words)[] Frequent =
    [
        ("de", [.. "der die das und ist nicht mit für sie wir auf ein eine von zu den im oder bei".Split(' ')]),
        ("en", [.. "the and of to in is you for with are our your this that or we on at by from".Split(' ')]),
        ("fr", [.. "le la les et des du une est vous pour dans nous sur avec que par votre notre ou au".Split(' ')]),
        ("es", [.. "el la los las y de que en una para con por su es del nuestro como más usted o".Split(' ')]),
        ("it", [.. "il lo gli e di che per una con del della sono nel alla più nostro o si da non".Split(' ')]),
        ("nl", [.. "de het een en van voor met op is zijn wij u onze naar bij of niet aan ook door".Split(' ')]),
        ("pt", [.. "o os as e de que em uma para com por do da não mais nosso você ou ao na".Split(' ')]),
        ("pl", [.. "i w na z do się jest nie oraz dla przez od po o to lub jak nasz są ze".Split(' ')]),
    ];

    public static string Of(IDocument document, string text)
    {
        var said = (document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang") ?? "").Trim().ToLowerInvariant();
        if (said.Length >= 2) return said.Split('-', '_')[0];
        var words = (text.Length > 4000 ? text[..4000] : text).ToLowerInvariant().Split([' ', '\n', ',', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var best = Frequent.Select(language => (language.Code, Count: words.Count(language.Words.Contains))).MaxBy(language => language.Count);
        return best.Count >= 5 ? best.Code : "";
    }
}
