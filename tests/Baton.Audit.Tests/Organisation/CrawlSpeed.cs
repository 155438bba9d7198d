using System.Diagnostics;
using System.Globalization;

namespace Baton.Audit.Tests;

/// <summary>Pages per second with full reading, beside wget --mirror on the same site in the same run. On demand: a figure, not a promise.</summary>
public sealed class CrawlSpeed(ITestOutputHelper output)
{
    private const int Pages = 2000;

    // Letters only: pages that differ by a number alone are a pattern, and the crawl leaves patterns early.
    private static string PathOf(int page) => page == 0 ? "/" : "/" + string.Concat(page.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    [Theory(Explicit = true)]
    [InlineData(0)]
    [InlineData(25)]
    public async Task A_site_is_read_beside_wget(int latency)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var filler = string.Join(' ', Enumerable.Repeat("Ein Satz über Möbel, Licht und Holz, wie er auf jeder Seite stehen könnte.", 60));
        var pages = Enumerable.Range(0, Pages).ToDictionary(PathOf, n => $"<!doctype html><html lang='de'><title>{n}</title><p>{filler}</p><p>seite{n}@nordlicht-moebel.de</p>{(n == 0 ? string.Concat(Enumerable.Range(1, Pages - 1).Select(m => $"<a href='{PathOf(m)}'>{m}</a>")) : "<a href='/'>Start</a>")}</html>", StringComparer.Ordinal);
        pages["/robots.txt"] = "User-agent: *\nDisallow:\n";
        await using var organisation = await FakeOrganisation.StartAsync(pages, TimeSpan.FromMilliseconds(latency));
        var folder = Directory.CreateTempSubdirectory("baton-speed-");
        await AuditedOrganisation.RunAsync(organisation, new(Path.Combine(folder.FullName, "warm")), organisation.Options with { Crawl = new() { MostPages = 200 } }, cancelled);

        var clock = Stopwatch.StartNew();
        using var wget = Process.Start(new ProcessStartInfo("wget", ["--mirror", "--quiet", "--no-host-directories", $"--directory-prefix={Path.Combine(folder.FullName, "wget")}", $"http://127.0.0.1:{organisation.Port}/"]))!;
        await wget.WaitForExitAsync(cancelled);
        var mirrored = clock.Elapsed;
        clock.Restart();
        var report = await AuditedOrganisation.RunAsync(organisation, new(Path.Combine(folder.FullName, "run")), organisation.Options with { Crawl = new() { MostPages = Pages } }, cancelled);
        var read = clock.Elapsed;
        folder.Delete(recursive: true);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answers after {latency} ms; wget --mirror: {Pages / mirrored.TotalSeconds:0} pages/s; Email Finder with all its reading, report included: {report.Coverage.Read / read.TotalSeconds:0} pages/s ({report.Coverage.Read} pages, {report.Routes.Count} routes)"));
        Assert.InRange(report.Coverage.Read, Pages - 2, Pages);
    }
}
