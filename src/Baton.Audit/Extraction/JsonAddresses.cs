using System.Text.Json;
using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Addresses under names that mean an address, anywhere in JSON.</summary>
internal static partial class JsonAddresses
{
    private const int Deepest = 40;

    public static IEnumerable<string> Of(JsonElement json, int depth = 0)
    {
        if (depth > Deepest) yield break;
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                foreach (var address in Of(item, depth + 1)) yield return address;
            }
        }
        if (json.ValueKind != JsonValueKind.Object) yield break;
        foreach (var member in json.EnumerateObject())
        {
            if (MeansAddress().IsMatch(member.Name) && !MeansPlaceholder().IsMatch(member.Name))
            {
                foreach (var address in Texts(member.Value).SelectMany(Read)) yield return address;
            }
            else if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                foreach (var address in Of(member.Value, depth + 1)) yield return address;
            }
            else if (member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { Length: < 400 } text && text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var address in LinkAddresses.Recipients(text[7..])) yield return address;
            }
        }
    }

    /// <summary>An address, with or without "mailto:", in any of its published forms.</summary>
    public static IEnumerable<string> Read(string text)
    {
        text = text.Trim();
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return LinkAddresses.Recipients(text[7..]);
        return TextAddresses.Find(PageText.Clean(Ciphers.Unescape(text))).Select(match => match.Address);
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString() ?? ""],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    [GeneratedRegex(@"e-?mail|^mail$|mail_?address|^contact$|mailto", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeansAddress();

    [GeneratedRegex(@"placeholder|example|sample|demo|label|hint|template|regex|pattern|error", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeansPlaceholder();
}
