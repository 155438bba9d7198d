using System.Globalization;

namespace Baton.Audit;

/// <summary>A security.txt file (RFC 9116).</summary>
/// <param name="Contacts">Its contacts, preferred first.</param>
/// <param name="Expires">When it expires; <see langword="null"/> when that cannot be read.</param>
/// <param name="Mistakes">Stable codes of what is wrong with the file itself.</param>
public sealed record SecurityTxt(IReadOnlyList<string> Contacts, DateTimeOffset? Expires, IReadOnlyList<string> Mistakes)
{
    /// <summary>Reads a file; a signature around it is left aside and not checked.</summary>
    public static SecurityTxt Read(string text)
    {
        List<string> contacts = [], mistakes = [];
        List<string> expires = [];
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("-----BEGIN PGP SIGNATURE", StringComparison.Ordinal)) break;
            if (line[0] == '#' || line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) continue;
            var value = line[(colon + 1)..].Trim();
            switch (line[..colon].Trim().ToLowerInvariant())
            {
                case "contact":
                    contacts.Add(value);
                    if (!Uri.TryCreate(value, UriKind.Absolute, out var contact) || contact.Scheme is not ("mailto" or "https" or "tel")) mistakes.Add("no_uri");
                    break;
                case "expires":
                    expires.Add(value);
                    break;
            }
        }
        if (contacts.Count == 0) mistakes.Add("no_contact");
        if (expires.Count == 0) mistakes.Add("no_expire");
        if (expires.Count > 1) mistakes.Add("multi_expire");
        DateTimeOffset? end = expires.Count > 0 && DateTimeOffset.TryParse(expires[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
        if (expires.Count > 0 && end is null) mistakes.Add("invalid_expiry");
        return new(contacts, end, [.. mistakes.Distinct(StringComparer.Ordinal)]);
    }
}
