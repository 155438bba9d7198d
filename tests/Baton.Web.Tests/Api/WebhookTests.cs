using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Web.Tests;

public sealed class WebhookTests
{
    [Fact]
    public async Task Events_are_delivered_signed_and_the_example_tells_new_from_repeated_old_and_forged()
    {
        Assert.Equal(Docs.Example("WebhookExample.cs"), Docs.Block("webhooks.md", "csharp"));
        await using var receiver = await Receiver.StartAsync();
        await using var server = await ApiServer.StartAsync(Private);
        var (id, secret, key) = await RegisterAsync(server, receiver, "customer-wrote");
        var opened = await server.OpenAsync();
        await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m", text = "Grüße 📦" });

        var got = await receiver.NextAsync();

        Assert.Equal("customer-wrote.1", got.Json.GetProperty("type").GetString());
        Assert.Equal("Grüße 📦", got.Json.GetProperty("data").GetProperty("text").GetString());
        Assert.Equal(opened.Conversation, got.Json.GetProperty("conversation").GetString());
        Assert.Equal(got.Delivery, got.Json.GetProperty("id").GetString());
        var now = TimeProvider.System.GetUtcNow();
        var example = new BatonWebhook(secret);
        Assert.Equal("old", example.Check(got.Signature, got.Body, now.AddMinutes(6)));
        Assert.Equal("new", example.Check(got.Signature, got.Body, now));
        Assert.Equal("repeated", example.Check(got.Signature, got.Body, now));
        Assert.Equal("forged", example.Check(got.Signature, got.Body.Replace("Gr", "gr", StringComparison.Ordinal), now));
        Assert.Equal("forged", new BatonWebhook("whsec_other").Check(got.Signature, got.Body, now));

        string Js(string body, string time) => $"console.log(check({JsonSerializer.Serialize(secret)}, {JsonSerializer.Serialize(got.Signature)}, {JsonSerializer.Serialize(body)}, {time}));\n";
        var at = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var said = await Docs.NodeAsync(Docs.Block("webhooks.md", "js") + Js(got.Body, at + " + 360") + Js(got.Body, at) + Js(got.Body, at) + Js(got.Body + " ", at));
        Assert.Equal(["old", "new", "repeated", "forged"], said.Split('\n'));

        await UntilAsync(server, id, key, delivery => delivery.GetProperty("state").GetString() == "delivered");
    }

    [Fact]
    public async Task A_receiver_that_fails_is_tried_for_about_a_day_then_given_up_and_can_be_retried()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-23T08:00:00Z", CultureInfo.InvariantCulture));
        await using var receiver = await Receiver.StartAsync();
        receiver.Status = 503;
        await using var server = await ApiServer.StartAsync(Private, time);
        var (id, _, key) = await RegisterAsync(server, receiver, "conversation-opened");
        await server.OpenAsync();

        var dead = await UntilAsync(server, id, key, delivery => delivery.GetProperty("state").GetString() == "dead", () => time.Advance(TimeSpan.FromMinutes(20)));
        Assert.Equal((WebhookRetries.Attempts, 503), (dead.GetProperty("attempts").GetInt32(), dead.GetProperty("lastStatus").GetInt32()));
        var tries = new List<Received>();
        for (var i = 0; i < WebhookRetries.Attempts; i++) tries.Add(await receiver.NextAsync());
        Assert.Single(tries.Select(one => one.Delivery).Distinct());
        Assert.Single(tries.Select(one => one.Body).Distinct());
        Assert.Equal(tries.Count, tries.Select(one => one.Signature).Distinct().Count());

        receiver.Status = 200;
        var deliveryId = dead.GetProperty("id").GetString();
        Assert.Equal(202, (await server.PostAsync($"/v1/webhooks/{id}/deliveries/{deliveryId}/retry", key)).Status);
        Assert.Equal(deliveryId, (await receiver.NextAsync()).Delivery);
        await UntilAsync(server, id, key, delivery => delivery.GetProperty("state").GetString() == "delivered");
    }

    [Fact]
    public async Task Only_chosen_events_after_registration_are_delivered_and_none_after_deletion()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var server = await ApiServer.StartAsync(Private);
        await server.OpenAsync();
        var (id, _, key) = await RegisterAsync(server, receiver, "conversation-rated", "customer-wrote");
        var opened = await server.OpenAsync();
        await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m", text = "hello" });
        await server.PostAsync(opened.Path("rating"), opened.Token, new { score = 5 });

        string[] types = [(await receiver.NextAsync()).Json.GetProperty("type").GetString()!, (await receiver.NextAsync()).Json.GetProperty("type").GetString()!];
        Assert.Equal(["conversation-rated.1", "customer-wrote.1"], types.Order(StringComparer.Ordinal));

        Assert.Equal(204, (await server.CallAsync(HttpMethod.Delete, $"/v1/webhooks/{id}", key)).Status);
        (await server.GetAsync($"/v1/webhooks/{id}/deliveries", key)).IsProblem(404, "webhook-not-found");
        (await server.PostAsync($"/v1/webhooks/{id}/deliveries/x/retry", key)).IsProblem(404, "delivery-not-found");
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Status = 302;
        await using var server = await ApiServer.StartAsync(Private);
        var (id, _, key) = await RegisterAsync(server, receiver, "conversation-opened");
        await server.OpenAsync();
        var failed = await UntilAsync(server, id, key, delivery => delivery.GetProperty("attempts").GetInt32() == 1);
        Assert.Equal(("waiting", 302), (failed.GetProperty("state").GetString(), failed.GetProperty("lastStatus").GetInt32()));
    }

    [Theory]
    [InlineData("http://shop.example/hook")]
    [InlineData("https://localhost/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://[::ffff:10.0.0.1]/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://2130706433/hook")]
    public async Task Addresses_that_are_not_public_cannot_be_registered(string url)
    {
        await using var server = await ApiServer.StartAsync();
        (await server.PostAsync("/v1/webhooks", await server.KeyAsync(null, ApiScopes.WebhooksManage), $$"""{"url":"{{url}}","events":["*"]}""")).IsProblem(400, "url-not-public");
    }

    [Theory]
    [InlineData("""{"url":"ftp://shop.example","events":["*"]}""", "url-invalid")]
    [InlineData("""{"url":"/hook","events":["*"]}""", "url-invalid")]
    [InlineData("""{"url":"https://u:p@shop.example/","events":["*"]}""", "url-invalid")]
    [InlineData("""{"url":"https://shop.example/","events":[]}""", "events-invalid")]
    [InlineData("""{"url":"https://shop.example/","events":["no-such-event"]}""", "events-invalid")]
    public async Task A_bad_registration_is_refused(string body, string code)
    {
        await using var server = await ApiServer.StartAsync();
        (await server.PostAsync("/v1/webhooks", await server.KeyAsync(null, ApiScopes.WebhooksManage), body)).IsProblem(400, code);
    }

    [Fact]
    public async Task A_name_that_leads_into_the_own_network_is_not_connected_to()
    {
        var refused = await Assert.ThrowsAsync<NotPublicException>(async () =>
            await PublicAddress.ConnectAsync(new DnsEndPoint("localhost", 1), allowPrivate: false, TestContext.Current.CancellationToken));
        Assert.NotEmpty(refused.Message);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("::ffff:192.168.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    public void Public_addresses_are_told_from_others(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public void Retries_grow_and_last_about_a_day()
    {
        var waits = Enumerable.Range(1, WebhookRetries.Attempts - 1).Select(i => WebhookRetries.After(i, 0.5)).ToList();
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), TimeSpan.FromHours(20), TimeSpan.FromHours(32));
        Assert.Equal(TimeSpan.FromSeconds(8), WebhookRetries.After(1, 0));
        Assert.Equal(TimeSpan.FromSeconds(12), WebhookRetries.After(1, 1));
    }

    [Fact]
    public async Task Of_several_nodes_one_delivers_and_another_goes_on_when_it_dies()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("baton-lease-");
        var time = new FakeTimeProvider();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Journal:DataFolder", folder.FullName)]).Build();
        await using var services = new ServiceCollection().AddLogging().AddAccounts(configuration).BuildServiceProvider();
        await services.PrepareAccountsAsync(stop);
        var contexts = services.GetRequiredService<IDbContextFactory<AccountsContext>>();
        var (first, second) = (new WebhookLease(contexts, time), new WebhookLease(contexts, time));

        Assert.True(await first.TryHoldAsync(stop));
        Assert.False(await second.TryHoldAsync(stop));
        time.Advance(WebhookLease.Duration);
        Assert.True(await first.TryHoldAsync(stop));
        Assert.False(await second.TryHoldAsync(stop));
        time.Advance(WebhookLease.Duration + TimeSpan.FromSeconds(1));
        Assert.True(await second.TryHoldAsync(stop));
        Assert.False(await first.TryHoldAsync(stop));
        await second.ReleaseAsync(stop);
        Assert.True(await first.TryHoldAsync(stop));
    }

    private static Dictionary<string, string?> Private => new() { ["Web:Webhooks:AllowPrivateNetworks"] = "true", ["Web:RateLimits:Enabled"] = "false" };

    private static async Task<(string Id, string Secret, string Key)> RegisterAsync(ApiServer server, Receiver receiver, params string[] events)
    {
        var key = await server.KeyAsync(null, ApiScopes.WebhooksManage);
        var made = await server.PostAsync("/v1/webhooks", key, new { url = receiver.Url, events });
        Assert.Equal(201, made.Status);
        var secret = made.Json.GetProperty("secret").GetString()!;
        Assert.DoesNotContain(secret, (await server.GetAsync("/v1/webhooks", key)).Text, StringComparison.Ordinal);
        return (made.Json.GetProperty("id").GetString()!, secret, key);
    }

    private static async Task<JsonElement> UntilAsync(ApiServer server, string webhook, string key, Func<JsonElement, bool> fits, Action? meanwhile = null)
    {
        while (true)
        {
            var deliveries = (await server.GetAsync($"/v1/webhooks/{webhook}/deliveries", key)).Json.GetProperty("deliveries").EnumerateArray().Where(fits).ToList();
            if (deliveries.Count > 0) return deliveries[0];
            meanwhile?.Invoke();
        }
    }

    private sealed record Received(string Body, string Signature, string Delivery)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    }

    /// <summary>Somebody else's server.</summary>
    private sealed class Receiver(WebApplication app, Channel<Received> received) : IAsyncDisposable
    {
        public int Status { get; set; } = 200;

        public string Url => app.Urls.Single() + "/hook";

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.Configuration["urls"] = "http://127.0.0.1:0";
            var built = builder.Build();
            var channel = Channel.CreateUnbounded<Received>();
            var receiver = new Receiver(built, channel);
            built.MapPost("/hook", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                channel.Writer.TryWrite(new(await reader.ReadToEndAsync(), request.Headers["Baton-Signature"]!, request.Headers["Baton-Delivery"]!));
                return receiver.Status == 302 ? Results.Redirect("/hook") : Results.StatusCode(receiver.Status);
            });
            await built.StartAsync(TestContext.Current.CancellationToken);
            return receiver;
        }

        public async Task<Received> NextAsync() => await received.Reader.ReadAsync(TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
