using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Web.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("{", "json-malformed")]
    [InlineData("", "json-malformed")]
    [InlineData("null", "json-wrong-type")]
    [InlineData("[]", "json-wrong-type")]
    [InlineData("""{"id":1,"text":"a"}""", "json-wrong-type")]
    [InlineData("""{"id":"a","text":null}""", "json-wrong-type")]
    [InlineData("""{"id":"a"}""", "json-wrong-type")]
    [InlineData("""{"id":"a","id":"b","text":"a"}""", "json-wrong-type")]
    [InlineData("""{"id":"a","text":"a","attachments":[null]}""", "attachment-not-found")]
    [InlineData("""{"id":"a","text":"a","attachments":["x"]}""", "attachment-not-found")]
    [InlineData("""{"id":"a","text":"a","attachments":["1","2","3","4","5","6","7","8","9","10","11"]}""", "too-many-attachments")]
    [InlineData("""{"id":"a","text":"\ud800"}""", "text-not-unicode")]
    [InlineData("""{"id":"a","text":"x\udc00y"}""", "text-not-unicode")]
    [InlineData("""{"id":"a","text":"a\u0000b"}""", "text-control-character")]
    [InlineData("""{"id":"a","text":"a\u001b[31m"}""", "text-control-character")]
    [InlineData("""{"id":"a","text":"a\u0085"}""", "text-control-character")]
    [InlineData("""{"id":"a","text":""}""", "message-empty")]
    [InlineData("""{"id":"a","text":" \n\t"}""", "message-empty")]
    [InlineData("""{"id":"","text":"a"}""", "message-id-invalid")]
    [InlineData("""{"id":"a b","text":"a"}""", "message-id-invalid")]
    [InlineData("""{"id":"01234567890123456789012345678901234567890123456789012345678901234","text":"a"}""", "message-id-invalid")]
    public async Task A_message_that_breaks_a_rule_is_refused_with_its_own_code(string body, string code)
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();

        var answer = await server.PostAsync(opened.Path("messages"), opened.Token, body);

        Assert.NotEmpty(answer.IsProblem(400, code));
        Assert.DoesNotContain("customer", (await server.GetAsync(opened.Path("events"), opened.Token)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_breaks_tabs_and_every_script_are_accepted_as_written()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();
        const string Text = "a\r\n\tb 你好 مرحبا 👩‍👩‍👧 e\u0301 <b>&amp;</b> \u202e";

        Assert.Equal(201, (await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m", text = Text })).Status);

        var events = (await server.GetAsync(opened.Path("events"), opened.Token)).Json.GetProperty("events").EnumerateArray();
        Assert.Contains(events, e => e.TryGetProperty("text", out var text) && text.GetString() == Text);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_refused()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();
        var body = new ByteArrayContent([.. "{\"id\":\"a\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]) { Headers = { ContentType = new("application/json") } };

        (await server.PostAsync(opened.Path("messages"), opened.Token, body)).IsProblem(400, "text-not-unicode");
    }

    [Fact]
    public async Task A_text_of_the_longest_length_passes_one_more_does_not_and_a_megabyte_is_too_large()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();

        Assert.Equal(201, (await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "a", text = new string('x', 16_000) })).Status);
        (await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "b", text = new string('x', 16_001) })).IsProblem(400, "text-too-long");
        (await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "c", text = new string('x', 1024 * 1024) })).IsProblem(413, "body-too-large");
        var chunked = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("{\"id\":\"d\",\"text\":\"" + new string('x', 2 * 1024 * 1024) + "\"}"))) { Headers = { ContentType = new("application/json") } };
        (await server.CallAsync(HttpMethod.Post, opened.Path("messages"), opened.Token, chunked, request => request.Headers.TransferEncodingChunked = true)).IsProblem(413, "body-too-large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Only_json_is_read(string? type)
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();
        var body = new ByteArrayContent("{\"id\":\"a\",\"text\":\"a\"}"u8.ToArray());
        if (type is not null) body.Headers.ContentType = new(type);

        (await server.PostAsync(opened.Path("messages"), opened.Token, body)).IsProblem(415, "media-type-not-supported");
    }

    [Fact]
    public async Task A_missing_a_forged_a_foreign_and_an_expired_token_are_told_apart()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-23T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var server = await ApiServer.StartAsync(time: time);
        var opened = await server.OpenAsync();
        var other = await server.OpenAsync();

        (await server.GetAsync(opened.Path("events"))).IsProblem(401, "token-missing");
        (await server.GetAsync(opened.Path("events"), "bt_" + new string('A', 120))).IsProblem(401, "token-invalid");
        (await server.GetAsync(opened.Path("events"), opened.Token[..^8])).IsProblem(401, "token-invalid");
        (await server.GetAsync(opened.Path("events"), "bt_%%%")).IsProblem(401, "token-invalid");
        (await server.GetAsync(opened.Path("events"), "eyJhbGciOiJub25lIn0.e30.")).IsProblem(401, "token-invalid");

        var foreign = (await server.GetAsync(other.Path("events"), opened.Token)).IsProblem(404, "conversation-not-found");
        var unknown = (await server.GetAsync($"/v1/conversations/{new string('0', 32)}/events", opened.Token)).IsProblem(404, "conversation-not-found");
        var malformed = (await server.GetAsync("/v1/conversations/nonsense/events", opened.Token)).IsProblem(404, "conversation-not-found");
        Assert.Equal((foreign, foreign), (unknown, malformed));

        time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await server.GetAsync(opened.Path("events"), opened.Token)).Status);
        time.Advance(TimeSpan.FromSeconds(1));
        (await server.GetAsync(opened.Path("events"), opened.Token)).IsProblem(401, "token-expired");
    }

    [Theory]
    [InlineData("""{"locale":"not a language"}""", "locale-invalid")]
    [InlineData("""{"channel":"email"}""", "channel-invalid")]
    [InlineData("""{"simulated":"yes"}""", "json-wrong-type")]
    public async Task A_bad_opening_is_refused(string body, string code)
    {
        await using var server = await ApiServer.StartAsync();
        (await server.PostAsync("/v1/conversations", null, body)).IsProblem(400, code);
    }

    [Theory]
    [InlineData("""{"score":0}""", "score-invalid")]
    [InlineData("""{"score":6}""", "score-invalid")]
    [InlineData("""{"score":4.5}""", "json-wrong-type")]
    [InlineData("""{"score":"5"}""", "json-wrong-type")]
    [InlineData("""{"score":5,"comment":"\u0007"}""", "text-control-character")]
    public async Task A_bad_rating_is_refused(string body, string code)
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();
        (await server.PostAsync(opened.Path("rating"), opened.Token, body)).IsProblem(400, code);
    }

    [Fact]
    public async Task Wrong_addresses_methods_and_numbers_are_problems_too()
    {
        await using var server = await ApiServer.StartAsync();
        var opened = await server.OpenAsync();

        (await server.GetAsync("/v1/nothing")).IsProblem(404, "not-found");
        (await server.CallAsync(HttpMethod.Delete, opened.Path("messages"), opened.Token)).IsProblem(405, "method-not-allowed");
        (await server.GetAsync(opened.Path("events?after=soon"), opened.Token)).IsProblem(400, "bad-request");
        (await server.GetAsync(opened.Path("events?after=99999999999"), opened.Token)).IsProblem(400, "bad-request");
    }

    [Fact]
    public async Task Too_many_messages_are_answered_429_with_a_time_to_wait_and_other_conversations_go_on()
    {
        await using var server = await ApiServer.StartAsync(new() { ["Web:RateLimits:Messages:Burst"] = "3" });
        var opened = await server.OpenAsync();
        var other = await server.OpenAsync();
        for (var i = 0; i < 3; i++) Assert.Equal(201, (await server.PostAsync(opened.Path("messages"), opened.Token, new { id = $"m{i}", text = "x" })).Status);

        var refused = await server.PostAsync(opened.Path("messages"), opened.Token, new { id = "m9", text = "x" });

        refused.IsProblem(429, "too-many-requests");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(201, (await server.PostAsync(other.Path("messages"), other.Token, new { id = "m", text = "x" })).Status);
    }

    [Fact]
    public async Task Opening_is_limited_for_each_address()
    {
        await using var server = await ApiServer.StartAsync(new() { ["Web:RateLimits:Open:Burst"] = "2" });
        await server.OpenAsync();
        await server.OpenAsync();
        (await server.PostAsync("/v1/conversations", null, new { })).IsProblem(429, "too-many-requests");
    }

    [Fact]
    public async Task Only_pages_on_the_list_may_call_from_a_browser()
    {
        await using var server = await ApiServer.StartAsync();
        async Task<string?> AllowedAsync(string origin)
        {
            var answer = await server.CallAsync(HttpMethod.Options, "/v1/conversations", null, null, request =>
            {
                request.Headers.Add("Origin", origin);
                request.Headers.Add("Access-Control-Request-Method", "POST");
                request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
            });
            return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
        }

        Assert.Equal("https://shop.example", await AllowedAsync("https://shop.example"));
        Assert.Null(await AllowedAsync("https://shop.example.evil.example"));
        Assert.Null(await AllowedAsync("null"));
    }
}
