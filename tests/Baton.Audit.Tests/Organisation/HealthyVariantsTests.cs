namespace Baton.Audit.Tests;

/// <summary>Organisations of other kinds and countries that do well: none of them may be accused of anything.</summary>
public sealed class HealthyVariantsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-healthy-");

    private static readonly Dictionary<string, (string[] Countries, Dictionary<string, string> Pages)> Sites = new(StringComparer.Ordinal)
    {
        ["an English council with departments"] = (["GB"], new(StringComparer.Ordinal)
        {
            ["/"] = English("Home", "<h1>Tarn Council</h1><a href='/services'>Services</a>"),
            ["/services"] = English("Services", "<ul><li>Planning: planning@nordlicht-moebel.de</li><li>Council tax: tax@nordlicht-moebel.de</li><li>Housing: housing@nordlicht-moebel.de</li></ul>"),
            ["/contact"] = English("Contact us", "<h1>Contact us</h1><p>Telephone: <a href='tel:+441539733333'>01539 733333</a></p><p>Email: <a href='mailto:enquiries@nordlicht-moebel.de'>enquiries@nordlicht-moebel.de</a></p><address>Tarn House, 1 Lake Road, Kendal LA9 4DL</address><form method='post' action='/send'><label>Your message<textarea name='m' required></textarea></label><label>Your email<input name='e' type='email' required></label></form>"),
            ["/complaints"] = English("Complaints", "<h1>Complaints</h1><p>Write to complaints@nordlicht-moebel.de. We answer within ten working days.</p>"),
            ["/privacy"] = English("Privacy notice", "<h1>Privacy</h1><p>Data protection officer: dpo@nordlicht-moebel.de</p>"),
            ["/accessibility"] = English("Accessibility statement", "<h1>Accessibility</h1><p>Report a problem: access@nordlicht-moebel.de</p>"),
        }),
        ["a French shop with a sign-in, a chat and noreply mentioned as sender"] = (["FR"], new(StringComparer.Ordinal)
        {
            ["/"] = French("Accueil", "<h1>La Lampe</h1><a href='/compte'>Mon compte</a><a href='/aide'>Aide</a><script src='https://client.crisp.chat/l.js'></script>"),
            ["/aide"] = French("Aide", "<h1>Aide</h1><p>Nos messages partent de noreply@nordlicht-moebel.de ; pour nous écrire : <a href='mailto:aide@nordlicht-moebel.de'>aide@nordlicht-moebel.de</a></p>"),
            ["/compte"] = French("Mon compte", "<h1>Connexion</h1><form method='post' action='/login'><label>E-mail<input name='u' type='email' placeholder='vous@exemple.fr'></label><label>Mot de passe<input type='password' name='p'></label></form>"),
            ["/contact"] = French("Contact", "<h1>Contact</h1><p>aide@nordlicht-moebel.de</p><p>Téléphone : <a href='tel:+33142685300'>01 42 68 53 00</a></p>"),
            ["/mentions-legales"] = French("Mentions légales", "<h1>Mentions légales</h1><p>La Lampe SARL, 12 rue des Lilas, 75011 Paris</p><p>contact@nordlicht-moebel.de</p>"),
            ["/confidentialite"] = French("Politique de confidentialité", "<h1>Confidentialité</h1><p>Délégué à la protection des données : dpo@nordlicht-moebel.de</p>"),
        }),
        ["a Spanish firm in two languages"] = (["ES"], new(StringComparer.Ordinal)
        {
            ["/"] = Page("es", "Inicio", "<h1>Casa Luz</h1><a href='/contacto'>Contacto</a> <a href='/aviso-legal'>Aviso legal</a> <a href='/privacidad'>Privacidad</a> <a href='/en/'>English</a>"),
            ["/contacto"] = Page("es", "Contacto", "<h1>Contacto</h1><p>Correo: hola@nordlicht-moebel.de</p><p>Teléfono: <a href='tel:+34912345678'>912 345 678</a></p>"),
            ["/aviso-legal"] = Page("es", "Aviso legal", "<h1>Aviso legal</h1><p>Casa Luz S.L., Calle Mayor 5, 28013 Madrid. hola@nordlicht-moebel.de</p>"),
            ["/privacidad"] = Page("es", "Política de privacidad", "<h1>Privacidad</h1><p>Responsable: Casa Luz S.L., privacidad@nordlicht-moebel.de</p>"),
            ["/en/"] = Page("en", "Casa Luz", "<h1>Casa Luz</h1><a href='/en/contact'>Contact</a>"),
            ["/en/contact"] = Page("en", "Contact", "<h1>Contact</h1><p>Write to hola@nordlicht-moebel.de or call <a href='tel:+34912345678'>+34 912 345 678</a>.</p>"),
        }),
        ["a Japanese maker with a full-width address"] = (["JP"], new(StringComparer.Ordinal)
        {
            ["/"] = Page("ja", "青い家", "<h1>青い家具店</h1><a href='/contact'>お問い合わせ</a><a href='/privacy'>プライバシー</a>"),
            ["/contact"] = Page("ja", "お問い合わせ", "<h1>お問い合わせ</h1><p>メール：info@nordlicht-moebel.de</p><p>電話：<a href='tel:+81312345678'>03-1234-5678</a></p>"),
            ["/privacy"] = Page("ja", "プライバシーポリシー", "<p>個人情報の窓口：privacy@nordlicht-moebel.de</p>"),
        }),
        ["a club on one page that writes its address for people, not for machines"] = (["AT"], new(StringComparer.Ordinal)
        {
            ["/"] = Page("de", "Ruderklub", "<h1>Ruderklub</h1><h2 id='kontakt'>Kontakt und Impressum</h2><p>Ruderklub Donau, Uferstraße 3, 1020 Wien, Telefon <a href='tel:+4312345678'>01 234 56 78</a></p><p>vorstand [at] nordlicht-moebel [punkt] de</p><p>Datenschutz: Fragen an dieselbe Adresse.</p>"),
        }),
    };

    public static TheoryData<string> Kinds => [.. Sites.Keys];

    private static string Page(string language, string title, string body) => $"<!doctype html><html lang='{language}'><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>";

    private static string English(string title, string body) => Page("en", title, body + "<footer><a href='/'>Home</a> <a href='/contact'>Contact us</a> <a href='/complaints'>Complaints</a> <a href='/privacy'>Privacy</a> <a href='/accessibility'>Accessibility</a> © 2026</footer>");

    private static string French(string title, string body) => Page("fr", title, body + "<footer><a href='/'>Accueil</a> <a href='/contact'>Contact</a> <a href='/mentions-legales'>Mentions légales</a> <a href='/confidentialite'>Confidentialité</a></footer>");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_is_held_against(string kind)
    {
        var (countries, pages) = Sites[kind];
        await using var organisation = await FakeOrganisation.StartAsync(pages);
        var report = await AuditedOrganisation.RunAsync(organisation, new(Path.Combine(_folder.FullName, "run")), organisation.Options with { Duties = new() { Countries = countries } }, TestContext.Current.CancellationToken);
        Assert.Empty(report.Findings.Where(finding => finding.Severity > Severity.Notice).Select(finding => $"{finding.Code} {finding.Subject}: {finding.Title}"));
        Assert.Contains(report.Findings, finding => finding.Severity == Severity.Praise);
        Assert.True(report.Coverage.IsComplete);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
