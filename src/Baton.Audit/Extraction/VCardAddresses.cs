using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Addresses in vCards (RFC 6350 and its elders).</summary>
public static partial class VCardAddresses
{
    /// <summary>Reads the EMAIL lines of a card, folded lines joined, quoted-printable undone.</summary>
    public static Extraction Read(string card, IReadOnlyCollection<string> ownHosts)
    {
        var found = new List<FoundAddress>();
        var lines = Fold().Replace(card, "").Split('\n', StringSplitOptions.TrimEntries);
        for (var line = 0; line < lines.Length; line++)
        {
            var match = Email().Match(lines[line]);
            if (!match.Success) continue;
            var value = match.Groups["value"].Value.Replace("\\,", ",", StringComparison.Ordinal);
            if (lines[line].Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase)) value = Quoted().Replace(value, "%${digits}");
            foreach (var address in JsonAddresses.Read(Ciphers.Unescape(value)))
                found.Add(new(address, Publication.VCard, $"line {line + 1}", Snippets.Short(lines[line]), Exposure.Everybody) { Residue = Residue.Of(address, isHidden: false, ownHosts) });
        }
        return new(found, []);
    }

    [GeneratedRegex(@"\r?\n[ \t]|=\r?\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fold();

    [GeneratedRegex(@"^([\w-]+\.)?EMAIL([;:][^:]*)?:(?<value>.+)$|^([\w-]+\.)?EMAIL:(?<value>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"=(?<digits>[0-9A-F]{2})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
