namespace Baton.Audit.Tests;

/// <summary>The company's pages: a shop for furniture with a careful imprint, a careless blog and several traps.</summary>
internal static class CompanyPages
{
    private static readonly string[] Products = ["tisch", "stuhl", "regal", "sofa", "bett", "lampe", "kommode", "schrank", "hocker", "bank", "teppich", "spiegel", "garderobe", "vitrine", "sessel", "liege", "truhe", "pult", "konsole", "paravent"];

    public static IReadOnlyDictionary<string, string> All { get; } = Build();

    private static Dictionary<string, string> Build()
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/robots.txt"] = "User-agent: *\nDisallow: /geheim/\nAllow: /geheim/offen\n\nSitemap: {origin}/sitemap.xml\n",
            ["/sitemap.xml"] = "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{origin}/nur-sitemap</loc></url><url><loc>{origin}/</loc></url></urlset>",
            ["/.well-known/security.txt"] = "Contact: mailto:security@nordlicht-moebel.de\nExpires: 2025-01-01T00:00:00Z\nPreferred-Languages: de, en\n",
            ["/"] = Page("Nordlicht Möbel", "<h1>Möbel mit Licht</h1><p>Schauen Sie sich um.</p><a href='/produkte'>Produkte</a> <a href='/blog'>Blog</a> <a href='/kalender/2026/11/'>Kalender</a> <a href='/en/'>English</a> <a href='/geheim/plan'>Plan</a> <a href='/geheim/offen'>Offen</a> <a href='/weiter'>Weiter</a> <a href='/kreis'>Kreis</a> <a href='/intern'>Intern</a> <a href='/umgebogen'>Umgebogen</a> <a href='/bombe'>Bombe</a> <a href='/endlos/'>Endlos</a> <a href='/filter'>Filter</a> <a href='/latin'>Größen</a> <a href='/reklamation'>Reklamation</a> <a href='/presse'>Presse</a> <a href='http://127.0.0.1:9/'>fremd</a> <a href='https://www.instagram.com/nordlichtmoebel'>Instagram</a> <a href='https://wa.me/493012345678'>WhatsApp</a>"),
            ["/kontakt"] = Page("Kontakt", "<h1>Kontakt</h1><p>E-Mail: <a href='mailto:kundenservice@nordlicht-moebel.de'>kundenservice@nordlicht-moebel.de</a></p><p>Telefon: <a href='tel:+493023125000'>030 23125000</a></p><address>Nordlicht Möbel GmbH, Lindenallee 12, 10115 Berlin</address><form action='/senden' method='post'><label for='m'>Ihre Nachricht</label><textarea id='m' name='nachricht' required maxlength='500'></textarea><label for='t'>Telefon</label><input id='t' name='telefon' type='tel' required><label><input type='checkbox' name='kopie'> Kopie an mich</label></form><script src='https://embed.tawk.to/abc/default'></script>"),
            ["/impressum"] = Page("Impressum", "<h1>Impressum</h1><p>Nordlicht Möbel GmbH<br>Lindenallee 12<br>10115 Berlin</p><p>E-Mail: info [at] nordlicht-moebel [punkt] de</p><p>Der Nutzung der Kontaktdaten zur Übersendung von Werbung wird widersprochen.</p><script type='application/ld+json'>{\"@type\":\"Organization\",\"email\":\"hallo@nordlicht-moebel.de\",\"address\":{\"streetAddress\":\"Lindenallee 12\"}}</script>"),
            ["/datenschutz"] = Page("Datenschutz", "<h1>Datenschutz</h1><p>Datenschutzbeauftragte: <a href='mailto:dsb@kanzlei-schutz.de'>dsb@kanzlei-schutz.de</a></p>"),
            ["/barrierefreiheit"] = Page("Barrierefreiheit", "<h1>Barrierefreiheit</h1><p>Hindernisse melden: <span style='unicode-bidi:bidi-override;direction:rtl'>ed.lebeom-thcildron@ieferreirrab</span></p>"),
            ["/presse"] = Page("Presse", "<h1>Presse</h1><p>presse@nordlich-moebel.de</p>"),
            ["/reklamation"] = Page("Reklamation", "<h1>Reklamation</h1><p><a href='mailto:reklamation@nimmt-nichts.de'>Reklamation schreiben</a></p>"),
            ["/hilfe"] = Page("Hilfe", "<h1>Hilfe</h1><p>Häufige Fragen. Schreiben Sie an <script>document.write('hilfe'+'@'+'nordlicht-moebel.de')</script></p><a href='/hilfe/ruecksendung'>Rücksendung</a> <a href='/kontakt-alt'>Kontakt</a> <a href='/konto'>Mein Konto</a>"),
            ["/hilfe/ruecksendung"] = Page("Rücksendung", "<p>Antworten Sie auf <a href='mailto:noreply@nordlicht-moebel.de'>noreply@nordlicht-moebel.de</a>.</p>"),
            ["/ueber-uns"] = Page("Über uns", "<p>Seit 1990. Unser Laden: ole.hansen@nordlicht-moebel.de</p><img src='/bilder/email-adresse.png' alt='E-Mail-Adresse'>"),
            ["/blog"] = Page("Blog", "<p>Neues</p>" + string.Concat(Enumerable.Range(1, 15).Select(n => $"<a href='/blog/{n}'>Beitrag {n}</a>"))),
            ["/produkte"] = Page("Produkte", string.Concat(Products.Select(product => $"<a href='/produkte/{product}'>{product}</a>"))),
            ["/team"] = Page("Team", "<p><a href='mailto:neu@nordlicht-moebel.de'>alt@nordlicht-moebel.de</a></p><p>Lager: lager@tote-server.de, Büro: buero@ohne-mx.de, Ablage: ablage@gibt-es-nicht.de, Labor: labor@kaputt.de, Notiz: notiz@nur-text.de</p><a href='/karte.vcf'>Karte</a>"),
            ["/karte.vcf"] = "BEGIN:VCARD\nVERSION:4.0\nFN:Werkstatt\nEMAIL;TYPE=work:werkstatt@nordlicht-moebel.de\nEND:VCARD\n",
            ["/nur-sitemap"] = Page("Nur in der Sitemap", "<p>archiv@nordlicht-moebel.de</p>"),
            ["/geheim/offen"] = Page("Offen", "<p>offen@nordlicht-moebel.de</p>"),
            ["/geheim/plan"] = Page("Geheim", "<p>geheim@nordlicht-moebel.de</p>"),
            ["/skripte"] = "<!doctype html><html lang='de'><head><title>Skripte</title></head><body><div id='app'></div><script>var t=document.createElement('p');t.id='x';t.textContent='nur-browser'+String.fromCharCode(64)+'nordlicht-moebel.de';document.getElementById('app').appendChild(t)</script></body></html>",
        };
        pages["/app"] = "<!doctype html><html lang='de'><head><title>App</title></head><body><div id='app'></div><script src='/app.js'></script></body></html>";
        pages["/app.js"] = "document.getElementById('app').innerHTML = '<p>Fragen zur App: <a href=\"mailto:' + ['app', 'nordlicht-moebel.de'].join('@') + '\">schreiben</a></p>';";
        for (var n = 1; n <= 15; n++) pages[$"/blog/{n}"] = Page($"Beitrag {n}", $"<p>Text über Licht, Teil {n}. logo@2x.png react@18.2.0</p>" + (n == 3 ? "<p>Fragen? info@yoursite.com</p>" : "") + (n == 5 ? "<a href='/skripte'>Skripte</a>" : "") + (n == 6 ? "<a href='/app'>App</a>" : ""));
        foreach (var product in Products) pages[$"/produkte/{product}"] = Page(product, $"<h1>{product}</h1><p>Handgemacht, 10 Jahre Garantie.</p>");
        for (var n = 1; n <= 6; n++) pages[$"/en/{n}"] = English($"Article {n}", $"<p>The table and the chair number {n} are made by hand.</p>");
        pages["/en/"] = English("Nordlicht Furniture", "<p>Furniture with light.</p>" + string.Concat(Enumerable.Range(1, 6).Select(n => $"<a href='/en/{n}'>Article {n}</a>")));
        return pages;
    }

    private static string Page(string title, string body) =>
        $"<!doctype html><html lang='de'><head><meta charset='utf-8'><title>{title} – Nordlicht</title></head><body><main>{body}</main>"
        + "<footer><a href='/'>Start</a> <a href='/kontakt'>Kontakt</a> <a href='/impressum'>Impressum</a> <a href='/datenschutz'>Datenschutz</a> <a href='/hilfe'>Hilfe</a> <a href='/barrierefreiheit'>Barrierefreiheit</a> <a href='/ueber-uns'>Über uns</a> <a href='/team'>Team</a> © 2026 Nordlicht Möbel</footer></body></html>";

    private static string English(string title, string body) => $"<!doctype html><html lang='en'><head><title>{title}</title></head><body>{body}<a href='/en/'>Home</a></body></html>";
}
