using Baton.EndToEnd.Tests;
using Baton.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ConsoleFixture))]

namespace Baton.EndToEnd.Tests;

/// <summary>The real program and a real browser for all tests of the console.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    public const string Email = "wanda@shop.example";
    public const string Password = "wanda works here";

    private BatonServer? _server;
    private Browser? _browser;
    private MailServers? _mail;

    /// <summary>The mail servers whose mailbox <c>desk</c> the program serves; skips the test where they cannot run.</summary>
    public MailServers Mail
    {
        get
        {
            Assert.SkipUnless(_mail is not null, MailServers.Missing ?? "");
            return _mail;
        }
    }

    public Uri Url => _server!.Url;

    public async ValueTask InitializeAsync()
    {
        if (MailServers.Missing is null) _mail = await MailServers.StartAsync(TestContext.Current.CancellationToken);
        _server = await BatonServer.StartAsync(
            new() { Command = "demo", Arguments = [.. MailSettings(), $"--Web:FirstAdmin:Email={Email}", "--Web:FirstAdmin:Name=Wanda", $"--Web:FirstAdmin:Password={Password}", "--Web:RateLimits:Enabled=false"] },
            TestContext.Current.CancellationToken);
        _browser = await Browser.StartAsync();
        Assertions.SetDefaultExpectTimeout(60_000);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        if (_mail is not null) await _mail.DisposeAsync();
    }

    private IEnumerable<string> MailSettings() => _mail is null ? [] :
    [
        "--Mail:Secret=a secret of the tests alone",
        "--Mail:Mailboxes:0:Name=support",
        $"--Mail:Mailboxes:0:Address=desk@{MailServers.Domain}",
        "--Mail:Mailboxes:0:DisplayName=Shop support",
        "--Mail:Mailboxes:0:Signature=Shop support",
        "--Mail:Mailboxes:0:Acknowledges=true",
        "--Mail:Mailboxes:0:Imap:Host=127.0.0.1",
        $"--Mail:Mailboxes:0:Imap:Port={_mail.ImapPort}",
        "--Mail:Mailboxes:0:Imap:Security=None",
        $"--Mail:Mailboxes:0:Imap:User=desk@{MailServers.Domain}",
        $"--Mail:Mailboxes:0:Imap:Password={MailServers.Password}",
        "--Mail:Mailboxes:0:Smtp:Host=127.0.0.1",
        $"--Mail:Mailboxes:0:Smtp:Port={_mail.SmtpPort}",
        "--Mail:Mailboxes:0:Smtp:Security=None",
    ];

    public Task<ConsoleCustomer> CustomerAsync(string firstWords) => ConsoleCustomer.OpenAsync(Url, firstWords);

    /// <summary>A browser of its own, at the sign-in.</summary>
    public async Task<IPage> VisitAsync(ColorScheme theme = ColorScheme.Light)
    {
        var page = await (await _browser!.DesktopAsync(theme)).NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(Url, "/console").ToString());
        return page;
    }

    /// <summary>A worker signed in with a password, at the wall.</summary>
    public async Task<IPage> SignInAsync(ColorScheme theme = ColorScheme.Light)
    {
        var page = await VisitAsync(theme);
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator(".shell[data-ready=true] .wall").WaitForAsync();
        return page;
    }
}
