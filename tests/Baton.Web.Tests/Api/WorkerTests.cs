using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Web.Tests;

public sealed class WorkerTests
{
    [Fact]
    public async Task A_worker_claims_replies_whispers_gives_back_and_closes()
    {
        await using var server = await ApiServer.StartAsync();
        var mia = await server.KeyAsync("Mia");
        var opened = await server.OpenAsync();
        await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m-1", text = "Where is my parcel?" });
        await server.PostAsync(opened.Path("person"), opened.Token);

        var waiting = await server.GetAsync("/v1/conversations?holder=queue", mia);
        Assert.Equal(opened.Conversation, Assert.Single(waiting.Json.GetProperty("conversations").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(200, (await server.PostAsync(opened.Path("claim"), mia)).Status);
        var reply = await server.PostAsync(opened.Path("replies"), mia, new { id = "r-1", text = "I look for it." });
        var again = await server.PostAsync(opened.Path("replies"), mia, new { id = "r-1", text = "I look for it." });
        Assert.Equal((201, 200), (reply.Status, again.Status));
        Assert.Equal(reply.Json.GetProperty("seq").GetInt32(), again.Json.GetProperty("seq").GetInt32());
        Assert.Equal(opened.Conversation, Assert.Single((await server.GetAsync("/v1/conversations?worker=me&holder=worker", mia)).Json.GetProperty("conversations").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(200, (await server.PostAsync(opened.Path("whispers"), mia, new { text = "VIP" })).Status);
        Assert.Equal(200, (await server.PostAsync(opened.Path("giveback"), mia, new { agreed = "a new parcel" })).Status);
        Assert.Equal(200, (await server.PostAsync(opened.Path("takeover"), mia)).Status);
        Assert.Equal(200, (await server.PostAsync(opened.Path("release"), mia)).Status);
        Assert.Equal(200, (await server.PostAsync(opened.Path("close"), mia, new { outcome = "resolved" })).Status);

        var row = (await server.GetAsync($"/v1/conversations/{opened.Conversation}", mia)).Json;
        Assert.Equal(("closed", "resolved"), (row.GetProperty("holder").GetString(), row.GetProperty("outcome").GetString()));
        var types = (await server.GetAsync(opened.Path("log"), mia)).Json.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("type").GetString()!.Split('.')[0]).ToList();
        string[] expected = ["conversation-opened", "customer-wrote", "escalated", "worker-took-over", "worker-replied", "worker-whispered", "given-back", "worker-released", "conversation-closed"];
        Assert.Empty(expected.Except(types));

        var seen = (await server.GetAsync(opened.Path("events"), opened.Token)).Text;
        Assert.Contains("I look for it.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("VIP", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("a new parcel", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_measures_are_there_for_a_key_that_may_read_with_counts_and_without_figures_that_too_few_stand_behind()
    {
        await using var server = await ApiServer.StartAsync();
        var mia = await server.KeyAsync("Mia");
        var opened = await server.OpenAsync();
        await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m-1", text = "Where is my parcel?" });
        await server.PostAsync(opened.Path("takeover"), mia);
        await server.PostAsync(opened.Path("replies"), mia, new { id = "r-1", text = "I am sending you a new one today." });
        await server.PostAsync(opened.Path("close"), mia, new { outcome = "resolved" });

        var measures = await server.GetAsync("/v1/measures?weeks=4", mia);
        var row = measures.Json.GetProperty("kinds").EnumerateArray().Last();
        Assert.Equal(("unasked", 1), (row.GetProperty("kind").GetString(), row.GetProperty("solutions").GetProperty("count").GetInt32()));
        Assert.False(row.GetProperty("solutions").TryGetProperty("value", out _));
        Assert.DoesNotContain("Mia", measures.Text, StringComparison.Ordinal);
        (await server.GetAsync("/v1/measures?weeks=27", mia)).IsProblem(400, "weeks-invalid");
        Assert.Equal(401, (await server.GetAsync("/v1/measures", null)).Status);
    }

    [Fact]
    public async Task Refusals_say_who_holds_it_and_what_is_not_possible()
    {
        await using var server = await ApiServer.StartAsync();
        var (mia, ole) = (await server.KeyAsync("Mia"), await server.KeyAsync("Ole"));
        var opened = await server.OpenAsync();
        await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m-1", text = "hello" });

        (await server.PostAsync(opened.Path("giveback"), mia)).IsProblem(409, "conflict");
        await server.PostAsync(opened.Path("takeover"), mia);
        Assert.Contains("Mia", (await server.PostAsync(opened.Path("replies"), ole, new { id = "r", text = "x" })).IsProblem(409, "held-by-other"), StringComparison.Ordinal);
        (await server.PostAsync(opened.Path("close"), mia, new { outcome = "done" })).IsProblem(400, "outcome-invalid");
        (await server.PostAsync($"/v1/conversations/{new string('0', 32)}/takeover", mia)).IsProblem(404, "conversation-not-found");
        (await server.GetAsync($"/v1/conversations/{new string('0', 32)}", mia)).IsProblem(404, "conversation-not-found");
        (await server.GetAsync($"/v1/conversations/{new string('0', 32)}/log", mia)).IsProblem(404, "conversation-not-found");
        (await server.GetAsync("/v1/conversations/nonsense", mia)).IsProblem(400, "bad-request");
        (await server.GetAsync("/v1/conversations?holder=nobody", mia)).IsProblem(400, "holder-invalid");
        (await server.GetAsync("/v1/conversations?limit=0", mia)).IsProblem(400, "limit-invalid");
        (await server.GetAsync("/v1/conversations?worker=a%20b", mia)).IsProblem(400, "worker-invalid");
        (await server.GetAsync($"/v1/conversations?q={new string('x', 201)}", mia)).IsProblem(400, "search-too-long");
    }

    [Fact]
    public async Task Pages_of_the_list_join_without_gap_or_repeat_and_search_finds_words()
    {
        await using var server = await ApiServer.StartAsync();
        var mia = await server.KeyAsync("Mia");
        var all = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var opened = await server.OpenAsync();
            await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m", text = i == 3 ? "a purple unicorn" : "hello" });
            await server.UntilAsync(opened, "agent-replied");
            all.Add(opened.Conversation);
        }

        var seen = new List<string>();
        string? next = null;
        do
        {
            var answer = await server.GetAsync("/v1/conversations?limit=2" + (next is null ? "" : $"&before={next}"), mia);
            Assert.True(answer.Status == 200, answer.Text);
            var page = answer.Json;
            seen.AddRange(page.GetProperty("conversations").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            next = page.TryGetProperty("next", out var cursor) ? cursor.ToString() : null;
        }
        while (next is not null);

        Assert.Equal(all.AsEnumerable().Reverse(), seen);
        var found = (await server.GetAsync("/v1/conversations?q=unicorn", mia)).Json.GetProperty("conversations").EnumerateArray();
        Assert.Equal(all[3], Assert.Single(found).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_key_does_what_its_scopes_say_until_it_is_revoked_or_expires()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-23T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var server = await ApiServer.StartAsync(time: time);
        var admin = await server.KeyAsync(null, ApiScopes.KeysManage);
        var opened = await server.OpenAsync();

        (await server.GetAsync("/v1/conversations")).IsProblem(401, "key-missing");
        (await server.GetAsync("/v1/conversations", "bk_" + new string('A', 43))).IsProblem(401, "key-invalid");
        (await server.GetAsync("/v1/conversations", opened.Token)).IsProblem(401, "key-invalid");
        Assert.Contains("conversations:read", (await server.GetAsync("/v1/conversations", admin)).IsProblem(403, "scope-missing"), StringComparison.Ordinal);
        (await server.GetAsync(opened.Path("events"), admin)).IsProblem(401, "token-invalid");

        (await server.PostAsync("/v1/keys", admin, """{"name":"x","scopes":["everything"]}""")).IsProblem(400, "key-refused");
        (await server.PostAsync("/v1/keys", admin, """{"name":"x","scopes":["conversations:act"]}""")).IsProblem(400, "key-refused");
        var made = await server.PostAsync("/v1/keys", admin, """{"name":"reports","scopes":["conversations:read"],"expiresAt":"2026-11-24T08:00:00Z"}""");
        Assert.Equal(201, made.Status);
        var key = made.Json.GetProperty("key").GetString()!;
        var id = made.Json.GetProperty("id").GetString();
        Assert.Equal(200, (await server.GetAsync("/v1/conversations", key)).Status);

        var listed = await server.GetAsync("/v1/keys", admin);
        Assert.DoesNotContain(key, listed.Text, StringComparison.Ordinal);
        Assert.Contains(listed.Json.GetProperty("keys").EnumerateArray(), k => k.GetProperty("id").GetString() == id && k.GetProperty("prefix").GetString() == key[..9] && k.TryGetProperty("lastUsedAt", out _));
        await using (var accounts = await server.Services.GetRequiredService<IDbContextFactory<AccountsContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            Assert.All(await accounts.ApiKeys.ToListAsync(TestContext.Current.CancellationToken), k => Assert.Equal(32, k.Hash.Length));

        time.Advance(TimeSpan.FromDays(1));
        (await server.GetAsync("/v1/conversations", key)).IsProblem(401, "key-expired");
        Assert.Equal(204, (await server.CallAsync(HttpMethod.Delete, $"/v1/keys/{id}", admin)).Status);
        (await server.CallAsync(HttpMethod.Delete, $"/v1/keys/{id}", admin)).IsProblem(404, "key-not-found");
        (await server.GetAsync("/v1/conversations", key)).IsProblem(401, "key-invalid");
    }

    [Fact]
    public async Task A_key_of_a_locked_account_is_refused()
    {
        await using var server = await ApiServer.StartAsync();
        var mia = await server.KeyAsync("Mia");
        await using (var accounts = await server.Services.GetRequiredService<IDbContextFactory<AccountsContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            accounts.Users.Single().LockoutEnd = DateTimeOffset.MaxValue;
            await accounts.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await server.GetAsync("/v1/conversations", mia)).IsProblem(401, "key-invalid");
    }

    [Fact]
    public async Task Pages_of_other_origins_may_not_use_keys()
    {
        await using var server = await ApiServer.StartAsync();
        var answer = await server.CallAsync(HttpMethod.Get, "/v1/conversations", await server.KeyAsync("Mia"), null, request => request.Headers.Add("Origin", "https://shop.example"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
