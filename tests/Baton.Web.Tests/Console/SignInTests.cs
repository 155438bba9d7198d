using System.Net;
using System.Text.RegularExpressions;
using Baton.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Web.Tests;

public sealed partial class SignInTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_console_leads_to_the_sign_in_and_back()
    {
        await using var server = await StartAsync();
        using var visitor = new Visitor(server);
        using var away = await visitor.GetAsync("/console/c/x?tab=mine");
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        Assert.Contains("/sign-in?returnUrl=%2Fconsole%2Fc%2Fx%3Ftab%3Dmine", away.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var back = await visitor.SignInAsync("wanda@baton.example", DemoAccounts.Password, away.Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.EndsWith("/console/c/x?tab=mine", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var inside = await visitor.GetAsync("/console");
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var server = await StartAsync();
        using var visitor = new Visitor(server);
        using var back = await visitor.SignInAsync("wanda@baton.example", DemoAccounts.Password);
        var cookie = back.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("baton=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_in_the_same_words_and_the_sixth_try_is_locked_out()
    {
        await using var server = await StartAsync();
        using var visitor = new Visitor(server);
        var unknown = await visitor.RefusalAsync("nobody@baton.example", "wrong");
        var wrong = await visitor.RefusalAsync("wanda@baton.example", "wrong");
        Assert.Equal(unknown, wrong);
        for (var i = 0; i < 4; i++) await visitor.RefusalAsync("wanda@baton.example", "wrong");
        Assert.Contains("Too many tries", await visitor.RefusalAsync("wanda@baton.example", DemoAccounts.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var server = await StartAsync();
        using var visitor = new Visitor(server);
        using var forged = await visitor.PostAsync("/sign-in", new() { ["_handler"] = "password", ["Form.Email"] = "wanda@baton.example", ["Form.Password"] = DemoAccounts.Password });
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var signOut = await visitor.PostAsync("/sign-out", new() { ["reason"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
        using var passkey = await visitor.PostAsync("/sign-in/passkey/options", []);
        Assert.Equal(HttpStatusCode.BadRequest, passkey.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/console")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public void A_sign_in_never_leads_to_another_server(string? returnUrl) => Assert.Equal("/console", LocalAddress.Or(returnUrl));

    [Fact]
    public async Task Accounts_are_made_changed_and_disabled_and_one_admin_remains()
    {
        await using var server = await StartAsync();
        await using var scope = server.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<WorkerAccounts>();
        var (mia, none) = await accounts.CreateAsync("mia@baton.example", "Mia", WorkerRoles.Worker, "long enough password");
        Assert.Null(none);
        Assert.Contains("12", (await accounts.CreateAsync("x@baton.example", "X", WorkerRoles.Worker, "short")).Refusal, StringComparison.Ordinal);
        Assert.Contains("no role", (await accounts.CreateAsync("x@baton.example", "X", "boss", "long enough password")).Refusal, StringComparison.Ordinal);

        var adam = (await accounts.ListAsync(Cancel)).Single(known => known.Role == WorkerRoles.Admin).Account;
        Assert.NotNull(await accounts.ChangeAsync(adam.Id, adam.DisplayName, WorkerRoles.Worker, 5));
        Assert.NotNull(await accounts.SetEnabledAsync(adam.Id, false));
        Assert.Null(await accounts.ChangeAsync(mia!.Id, "Mia", WorkerRoles.Admin, 9));
        Assert.Null(await accounts.SetEnabledAsync(adam.Id, false));

        using var visitor = new Visitor(server);
        Assert.Contains("disabled", await visitor.RefusalAsync("adam@baton.example", DemoAccounts.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_out_is_off_at_once()
    {
        await using var server = await StartAsync();
        using var visitor = new Visitor(server);
        using var signedIn = await visitor.SignInAsync("wanda@baton.example", DemoAccounts.Password);
        var workforce = server.Services.GetRequiredService<IWorkforce>();
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var wanda = (await scope.ServiceProvider.GetRequiredService<WorkerAccounts>().ListAsync(Cancel)).Single(known => known.Account.DisplayName == "Wanda").Account;
            await workforce.SetPresenceAsync(wanda.ToActingWorker(), Availability.Available, 5, Cancel);
        }

        Assert.Single(await workforce.ListAsync(Cancel));
        using var out_ = await visitor.PostFormOfAsync("/account", "/sign-out", new() { ["reason"] = "" });
        Assert.Equal(HttpStatusCode.Redirect, out_.StatusCode);
        Assert.Empty(await workforce.ListAsync(Cancel));
        using var again = await visitor.GetAsync("/console");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    private static async Task<ApiServer> StartAsync()
    {
        var server = await ApiServer.StartAsync();
        await DemoAccounts.SeedAsync(server.Services, TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>A browser without a screen: cookies and forms.</summary>
    private sealed partial class Visitor(ApiServer server) : IDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = server.Client.BaseAddress };

        public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(address, TestContext.Current.CancellationToken);

        public async Task<HttpResponseMessage> PostAsync(string address, Dictionary<string, string> form)
        {
            using var content = new FormUrlEncodedContent(form);
            return await _http.PostAsync(address, content, TestContext.Current.CancellationToken);
        }

        public async Task<HttpResponseMessage> PostFormOfAsync(string page, string address, Dictionary<string, string> form)
        {
            form["__RequestVerificationToken"] = Token().Match(await _http.GetStringAsync(page, TestContext.Current.CancellationToken)).Groups["value"].Value;
            return await PostAsync(address, form);
        }

        public Task<HttpResponseMessage> SignInAsync(string email, string password, string page = "/sign-in") =>
            PostFormOfAsync(page, page, new() { ["_handler"] = "password", ["Form.Email"] = email, ["Form.Password"] = password });

        public async Task<string> RefusalAsync(string email, string password)
        {
            using var answer = await SignInAsync(email, password);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return WebUtility.HtmlDecode(Refusal().Match(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups["value"].Value);
        }

        public void Dispose() => _http.Dispose();

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
        private static partial Regex Token();

        [GeneratedRegex("id=\"sign-in-refusal\">(?<value>[^<]+)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
        private static partial Regex Refusal();
    }
}
