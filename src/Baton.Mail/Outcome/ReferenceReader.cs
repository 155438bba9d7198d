using System.Text.RegularExpressions;

namespace Baton.Mail;

/// <summary>Finds the number under which a help desk keeps a matter.</summary>
internal static class ReferenceReader
{
    private static readonly Regex _named = Patterns.Compile(
        @"\b(ticket|case|request|reference|ref|incident|enquiry|inquiry|tracking|vorgang|vorgangsnummer|ticketnummer|fallnummer|aktenzeichen|dossier|demande|numero|folio|caso|consulta|expediente|protocolo|zaak)( ?(number|nummer|no|nr|id|num|numero|de (ticket|caso|dossier|referencia|suivi|seguimiento|consulta)))?\.?( (is|ist|lautet|est|es))?[ :#=]{0,3}[\[(#]{0,2}(?<id>[a-z]{0,6}[-_/]?\d[\da-z]*([-_/.]\d+)*)");
    private static readonly Regex _chinese = Patterns.Compile(@"(工单号|工单编号|工单|单号|编号|案件号|受理号|受付番号|お問い合わせ番号)[为是：: #\[]{0,4}(?<id>[a-z]{0,6}-?\d[\da-z-]{2,})");
    private static readonly Regex _bracketed = Patterns.Compile(@"[\[(](ticket|case|request|ref|id)?[ :]{0,2}#? ?(?<id>[a-z]{0,8}[-_]?\d{3,}([-_]\d+)*)[\])]");

    public static string? Read(string subject, string ownText)
    {
        var folded = CueText.Of(subject);
        return Id(_bracketed.Match(folded)) ?? Id(_named.Match(folded)) ?? Id(_chinese.Match(folded)) ?? Id(_named.Match(ownText)) ?? Id(_chinese.Match(ownText));
    }

    private static string? Id(Match match) => match.Success && match.Groups["id"].Value.Count(char.IsAsciiDigit) >= 3 ? match.Groups["id"].Value.ToUpperInvariant() : null;
}
