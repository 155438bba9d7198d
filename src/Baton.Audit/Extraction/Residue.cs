using System.Text.RegularExpressions;

namespace Baton.Audit;

/// <summary>Tells what a template, a theme or a form left behind from an address that somebody reads.</summary>
internal static partial class Residue
{
    private static readonly HashSet<string> Domains = EmbeddedText.Words("Extraction.placeholder-domains.txt").ToHashSet(StringComparer.Ordinal);
    private static readonly HashSet<string> People = EmbeddedText.Words("Extraction.placeholder-names.txt").ToHashSet(StringComparer.Ordinal);

    /// <summary>Why an address is residue; <see langword="null"/> when it is not.</summary>
    /// <param name="address">The address.</param>
    /// <param name="isHidden">Whether somebody took pains to hide it from machines: nobody does that for residue.</param>
    /// <param name="ownHosts">The domains that the site itself lives on.</param>
    public static string? Of(string address, bool isHidden, IReadOnlyCollection<string> ownHosts)
    {
        var domain = AddressSyntax.Domain(address);
        var local = AddressSyntax.Local(address).ToLowerInvariant();
        if (NamePattern().IsMatch(local)) return $"'{local}' tells how addresses are made and is none";
        if (ownHosts.Any(host => host == domain || host.EndsWith("." + domain, StringComparison.Ordinal) || domain.EndsWith("." + host, StringComparison.Ordinal))) return null;
        if (domain.EndsWith(".invalid", StringComparison.Ordinal)) return "the domain .invalid never exists (RFC 2606)";
        if (IsDocumentation(domain)) return isHidden && !IsPlaceholderPerson(local) ? null : $"{domain} is reserved for documentation (RFC 2606)";
        var name = domain[..domain.IndexOf('.', StringComparison.Ordinal)];
        if (Domains.Contains(domain) || YourSite().IsMatch(name)) return $"{domain} is the placeholder of a template";
        if (IsYours(local)) return $"'{local}' is the placeholder of a template";
        return IsPlaceholderPerson(local) && Generic().IsMatch(name) ? $"'{address}' is the placeholder of a form" : null;
    }

    /// <summary>Example domains of RFC 2606.</summary>
    private static bool IsDocumentation(string domain) =>
        ReservedName().IsMatch(domain);

    private static bool IsPlaceholderPerson(string local) => People.Contains(local.Replace(".", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));

    private static bool IsYours(string local) => YourName().IsMatch(local);

    [GeneratedRegex(@"(^|\.)example\.(com|net|org|edu)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReservedName();

    [GeneratedRegex(@"^(my|our|the|meine?|unsere?|mon|notre|mi|mio|il|su|meu|mijn|min|moja?)[-_]?(domain|site|website|companyname|businessname|domaine|dominio|sitio|sito|domein|domena|firmenname)$|^(your|ihre?|deine?|eure|votre|ton|tu|tuo|suo|seu|sua|uw|jouw|din|ditt|twoja?|vas[ha]?|vash)[-_]?(domains?|sites?|websites?|web|webs|company|companyname|business|businessname|email|mail|firma|unternehmen|domaine|entreprise|societe|dominio|empresa|sitio|sitioweb|sito|sitoweb|azienda|domein|bedrijf|domena|strona|organi[sz]ation|org|store|shop|brand|host|server|webseite|homepage|page|client|agency|school|church|restaurant|hotel|app|product|startup|foretag|doman|dominioaqui|domenen?|compania|marca|negocio|tienda|nombre|name)(name|here)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YourSite();

    [GeneratedRegex(@"^(your|ihre?|deine?|votre|tu|tuo|seu|uw|jouw|twoj)[._-]?(e?-?mail|name|adresse|address|id|username|nom|nombre|nome|naam|correo)?([._-]?(here|hier|adresse|address|ici|aqui))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YourName();

    [GeneratedRegex(@"^(vor-?name|first-?name|given-?name|prenom|prénom|nombre|nome|imie|imię|voornaam|fornavn|fornamn|förnamn|etunimi|jmeno|jméno|keresztnev|ime|имя|имя)[._-](nach-?name|zuname|last-?name|family-?name|sur-?name|nom|apellidos?|cognome|sobrenome|apelido|nazwisko|achternaam|etternavn|efternavn|efternamn|sukunimi|prijmeni|příjmení|vezeteknev|prezime|фамилия)$|^(nach-?name|last-?name|sur-?name|nom|apellido|cognome|nazwisko|achternaam|efternavn)[._-](vor-?name|first-?name|prenom|prénom|nombre|nome|imie|voornaam|fornavn)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^(e?-?mail|domain|site|website|company|test|demo|example|sample|host|server|provider|xyz|abc|foo|bar|acme|gmail|googlemail|yahoo|hotmail|outlook|web|doe|smith|address|somewhere|anbieter|firma|beispiel|muster|mustermann|dummy|work|business|corp)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Generic();
}
