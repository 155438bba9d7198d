using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Web.Tests;

public sealed class IdentityTests
{
    private const string Other = "another secret of another shop, also long enough";
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-23T08:00:00Z", CultureInfo.InvariantCulture);
    private static readonly long Seconds = Now.ToUnixTimeSeconds();

    [Fact]
    public async Task The_example_in_csharp_identifies_a_customer()
    {
        Assert.Equal(Docs.Example("IdentityExample.cs"), Docs.Block("identity.md", "csharp"));
        await using var server = await ApiServer.StartAsync();
        var token = BatonIdentity.Token(ApiServer.Secret, "ada", "Ada Okafor", "ada@example.com", TimeProvider.System.GetUtcNow().UtcDateTime);
        var opened = await server.OpenAsync(new { identity = token });
        Assert.Equal((true, "Ada Okafor"), (opened.Identified, opened.Name));

        var row = (await server.GetAsync($"/v1/conversations/{opened.Conversation}", await server.KeyAsync("Mia"))).Json.GetProperty("customer");
        Assert.Equal(("ada", "ada@example.com"), (row.GetProperty("id").GetString(), row.GetProperty("email").GetString()));
    }

    [Fact]
    public async Task The_example_in_javascript_identifies_a_customer()
    {
        var call = $"console.log(identityToken({JsonSerializer.Serialize(ApiServer.Secret)}, {{ id: 'émile', name: 'Émile Laurent', email: 'e@example.com' }}));";
        var token = await Docs.NodeAsync(Docs.Block("identity.md", "js") + call);
        await using var server = await ApiServer.StartAsync();
        Assert.Equal("Émile Laurent", (await server.OpenAsync(new { identity = token })).Name);
    }

    [Fact]
    public async Task Every_mistake_has_its_own_answer()
    {
        await using var server = await ApiServer.StartAsync(new() { ["Web:RateLimits:Enabled"] = "false" }, new FakeTimeProvider(Now));
        await RefusedAsync(server, "", "identity-malformed");
        await RefusedAsync(server, "not a token", "identity-malformed");
        await RefusedAsync(server, "a.b.c", "identity-malformed");
        await RefusedAsync(server, new string('x', 9_000), "identity-malformed");
        await RefusedAsync(server, Sign(Claims(), Other), "identity-signature");
        await RefusedAsync(server, Sign(Claims())[..^4] + "AAAA", "identity-signature");
        await RefusedAsync(server, Sign(Claims(), alg: "HS512"), "identity-algorithm");
        await RefusedAsync(server, Sign(Claims(), alg: "none"), "identity-algorithm");
        await RefusedAsync(server, Sign(Claims(), alg: "none").Split('.')[0] + "." + Sign(Claims()).Split('.')[1] + ".", "identity-algorithm");
        await RefusedAsync(server, Sign(Claims(aud: "shop")), "identity-audience");
        await RefusedAsync(server, Sign(Without("iat")), "identity-times");
        await RefusedAsync(server, Sign(Without("exp")), "identity-times");
        await RefusedAsync(server, Sign(Claims(exp: "soon")), "identity-malformed");
        await RefusedAsync(server, Sign(Claims(exp: Seconds + 3_601)), "identity-too-long");
        await RefusedAsync(server, Sign(Claims(iat: Seconds - 3_600, exp: Seconds - 60)), "identity-expired");
        await RefusedAsync(server, Sign(Claims(iat: Seconds + 61, exp: Seconds + 100)), "identity-not-yet-valid");
        await RefusedAsync(server, Sign(Claims(sub: "")), "identity-subject");
        await RefusedAsync(server, Sign(Claims(sub: "a\u0000b")), "identity-subject");
        await RefusedAsync(server, Sign(Claims(sub: new string('x', 201))), "identity-subject");
    }

    [Fact]
    public async Task A_minute_of_wrong_clock_is_forgiven_and_an_older_secret_too_while_it_is_listed()
    {
        await using var server = await ApiServer.StartAsync(new() { ["Web:Identity:AlsoAccepted:0"] = Other, ["Web:RateLimits:Enabled"] = "false" }, new FakeTimeProvider(Now));
        Assert.True((await server.OpenAsync(new { identity = Sign(Claims(iat: Seconds + 60, exp: Seconds + 100)) })).Identified);
        Assert.True((await server.OpenAsync(new { identity = Sign(Claims(iat: Seconds - 3_600, exp: Seconds - 59)) })).Identified);
        Assert.True((await server.OpenAsync(new { identity = Sign(Claims(), Other) })).Identified);
    }

    [Fact]
    public async Task Without_a_secret_identity_is_refused_and_anonymity_is_not()
    {
        await using var server = await ApiServer.StartAsync(new() { ["Web:Identity:Secret"] = null });
        await RefusedAsync(server, Sign(Claims()), "identity-not-configured");
        Assert.False((await server.OpenAsync()).Identified);
    }

    private static async Task RefusedAsync(ApiServer server, string token, string code)
    {
        var answer = await server.PostAsync("/v1/conversations", null, new { identity = token });
        answer.IsProblem(401, code);
    }

    private static Dictionary<string, object?> Claims(object? sub = null, string aud = "baton", object? iat = null, object? exp = null) =>
        new() { ["sub"] = sub ?? "ada", ["aud"] = aud, ["iat"] = iat ?? Seconds, ["exp"] = exp ?? (Seconds + 1_800) };

    private static Dictionary<string, object?> Without(string claim) => Claims().Where(one => one.Key != claim).ToDictionary();

    private static string Sign(Dictionary<string, object?> claims, string secret = ApiServer.Secret, string alg = "HS256")
    {
        var content = Part(new Dictionary<string, object?> { ["alg"] = alg, ["typ"] = "JWT" }) + "." + Part(claims);
        var (key, bytes) = (Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(content));
        return content + "." + WebEncoders.Base64UrlEncode(alg == "HS512" ? HMACSHA512.HashData(key, bytes) : HMACSHA256.HashData(key, bytes));
    }

    private static string Part(Dictionary<string, object?> fields) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(fields));
}
