using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.EndToEnd.Tests;

/// <summary>A small organisation's website on the loopback, for runs that the console starts.</summary>
internal sealed class AuditedSite : IAsyncDisposable
{
    private readonly WebApplication _site;

    private AuditedSite(WebApplication site) => _site = site;

    public int Port { get; private set; }

    public static async Task<AuditedSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var site = new AuditedSite(builder.Build());
        site._site.Run(AnswerAsync);
        await site._site.StartAsync();
        site.Port = new Uri(site._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return site;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static Task AnswerAsync(HttpContext context)
    {
        var body = context.Request.Path.Value switch
        {
            "/" => "<h1>Harbour Books</h1><a href='/contact'>Contact</a><a href='/privacy'>Privacy</a>",
            "/contact" => "<h1>Contact</h1><p>Write to help@harbour-books.test</p><form method='get' action='/send'><label>Message <textarea name='m' maxlength='200'></textarea></label></form>",
            "/privacy" => "<h1>Privacy</h1><p>privacy@harbour-books.test</p>",
            "/robots.txt" => null,
            _ => null,
        };
        context.Response.StatusCode = body is null ? 404 : 200;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<!doctype html><html lang='en'><title>Harbour Books</title>{body}</html>");
    }
}
