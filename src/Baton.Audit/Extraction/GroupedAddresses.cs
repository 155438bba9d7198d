using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Several mailboxes of one domain: <c>{anna.berg, tom}@uni.example</c>, or <c>anna.berg and tom, each @uni.example</c>.</summary>
internal static partial class GroupedAddresses
{
    public static IEnumerable<TextMatch> Find(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal)) yield break;
        foreach (Match group in Group().Matches(text).Concat(Listed().Matches(text)))
        {
            foreach (Capture local in group.Groups["local"].Captures)
            {
                if (AddressSyntax.Join(local.Value, group.Groups["domain"].Value) is { } address) yield return new(address, Publication.Spelled, group.Index, group.Index + group.Length);
            }
        }
    }

    [GeneratedRegex(@"[{\[(]\s*(?<local>[\w.+-]{1,40})(\s*[,;|/]\s*(?<local>[\w.+-]{1,40})){1,20}\s*[}\])]\s*@\s*(?<domain>[\p{L}\d-]+(\.[\p{L}\d-]+){1,5})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Group();

    [GeneratedRegex(@"(?<![\w.@])(?<local>\w[\w.+-]{0,40})(\s*[,;/]\s*(?<local>\w[\w.+-]{0,40})){0,20}\s*(,|&|\b(und|and|et|y|e|og|och|en|oraz|or|oder|ou|o)\b)\s*(?<local>\w[\w.+-]{0,40})\s*[,:]?\s+\(?(jeweils|each|both|all|alle|je|chacune?|cada\s+un[oa]|ognun[oa]|elk|hver|samtliga)\s+(at\s+)?@\s?(?<domain>[\p{L}\d-]+(\.[\p{L}\d-]+){1,5})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listed();
}
