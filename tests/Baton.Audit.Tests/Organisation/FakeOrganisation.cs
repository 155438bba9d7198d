using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Audit.Tests;

/// <summary>
/// A company's website on the loopback, made of real parts: 70 pages, good, bad and trapped, with a DNS of its own. It remembers what
/// was asked of it, so that a test can tell how it was treated.
/// </summary>
public sealed class FakeOrganisation : IAsyncDisposable
{
    /// <summary>The company's name in DNS.</summary>
    public const string Host = "nordlicht-moebel.de";

    private readonly WebApplication _site;
    private readonly Lock _lock = new();
    private readonly List<string> _asked = [];
    private TimeSpan _latency;

    private FakeOrganisation(WebApplication site, SmallDns dns) => (_site, Dns) = (site, dns);

    public SmallDns Dns { get; }

    public int Port { get; private set; }

    public Uri Home => new($"http://{Host}:{Port}/");

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_lock) return [.. _asked];
        }
    }

    public IReadOnlyDictionary<string, string> Pages { get; private init; } = new Dictionary<string, string>();

    public static async Task<FakeOrganisation> StartAsync(IReadOnlyDictionary<string, string>? pages = null, TimeSpan latency = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var organisation = new FakeOrganisation(builder.Build(), SmallDns.Start(CompanyDns.Records)) { Pages = pages ?? CompanyPages.All, _latency = latency };
        organisation._site.Run(organisation.AnswerAsync);
        await organisation._site.StartAsync();
        organisation.Port = new Uri(organisation._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return organisation;
    }

    /// <summary>How the organisation is reached in tests: on the loopback, without pause, with its own DNS.</summary>
    public EmailFinderOptions Options => new()
    {
        Fetch = new() { Pace = TimeSpan.Zero, AllowedPrivate = [IPAddress.Loopback], Names = new Dictionary<string, IPAddress> { [Host] = IPAddress.Loopback, ["hilfe." + Host] = IPAddress.Loopback, ["rebound.test"] = IPAddress.Parse("10.0.0.1") } },
        DnsServers = [Dns.EndPoint],
        Renders = false,
        GreetsMailServers = false,
    };

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await Dns.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        lock (_lock) _asked.Add($"{context.Request.Method} {path}{context.Request.QueryString}");
        if (_latency > TimeSpan.Zero) await Task.Delay(_latency, TimeProvider.System);
        if (Pages.TryGetValue(path, out var page))
        {
            await WriteAsync(context, path, page);
            return;
        }
        switch (path)
        {
            case "/weiter":
                context.Response.Redirect("/kontakt");
                break;
            case "/kreis" or "/kreis2":
                context.Response.Redirect(path == "/kreis" ? "/kreis2" : "/kreis");
                break;
            case "/intern":
                context.Response.Redirect("http://127.0.0.2:9/admin");
                break;
            case "/umgebogen":
                context.Response.Redirect($"http://rebound.test:{Port}/");
                break;
            case "/bombe":
                await BombAsync(context);
                break;
            case "/latin":
                context.Response.ContentType = "text/html; charset=iso-8859-1";
                await context.Response.Body.WriteAsync(System.Text.Encoding.Latin1.GetBytes("<html lang=de><title>Größe</title><p>Möbelgröße: büro@nordlicht-moebel.de</p>"));
                break;
            case "/konto":
                context.Response.StatusCode = 401;
                break;
            default:
                if (path.StartsWith("/kalender/", StringComparison.Ordinal)) await CalendarAsync(context, path);
                else if (path.StartsWith("/endlos", StringComparison.Ordinal)) await HtmlAsync(context, $"<a href='{path}/endlos/'>weiter</a><a href='{path}/x/'>weiter</a>");
                else if (path.StartsWith("/filter", StringComparison.Ordinal)) await HtmlAsync(context, string.Concat(Enumerable.Range(0, 9).Select(n => $"<a href='/filter?{(char)('a' + n)}=1&{context.Request.QueryString.Value?.TrimStart('?')}'>f</a>")));
                else context.Response.StatusCode = 404;
                break;
        }
    }

    private static Task WriteAsync(HttpContext context, string path, string page)
    {
        context.Response.ContentType = path.EndsWith(".txt", StringComparison.Ordinal) ? "text/plain; charset=utf-8" : path.EndsWith(".xml", StringComparison.Ordinal) ? "application/xml" : path.EndsWith(".vcf", StringComparison.Ordinal) ? "text/vcard" : path.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : "text/html; charset=utf-8";
        return context.Response.WriteAsync(page.Replace("{origin}", $"http://{Host}:{context.Connection.LocalPort}", StringComparison.Ordinal));
    }

    private static Task HtmlAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(body);
    }

    private static Task CalendarAsync(HttpContext context, string path)
    {
        var (year, month) = (int.Parse(path.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture), int.Parse(path.Split('/')[3], System.Globalization.CultureInfo.InvariantCulture));
        var (next, nextMonth) = month == 12 ? (year + 1, 1) : (year, month + 1);
        return HtmlAsync(context, $"<h1>{month}/{year}</h1><a href='/kalender/{next}/{nextMonth}/'>nächster Monat</a>");
    }

    private static async Task BombAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        var zeros = new byte[1 << 20];
        for (var megabyte = 0; megabyte < 200 && !context.RequestAborted.IsCancellationRequested; megabyte++) await packed.WriteAsync(zeros, context.RequestAborted);
    }
}
