using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Baton.Testing;

/// <summary>
/// A small OpenID Connect provider: discovery, keys, the code flow with proof key (RFC 7636) and user info, as strict as a real one.
/// Whoever comes is the <see cref="Person"/>, without being asked.
/// </summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "baton";
    public const string ClientSecret = "the provider's secret for Baton";

    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "key-1" };
    private readonly ConcurrentDictionary<string, Grant> _codes = new();
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, object>> _accesses = new();

    private IdentityProvider(WebApplication app) => _app = app;

    /// <summary>Who signs in, as claims; null refuses whoever comes.</summary>
    public IReadOnlyDictionary<string, object>? Person { get; set; }

    public string Authority => _app.Urls.Single();

    public static async Task<IdentityProvider> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new IdentityProvider(app);
        app.Run(provider.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return provider;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => WriteAsync(context, new
        {
            issuer = Authority,
            authorization_endpoint = $"{Authority}/authorize",
            token_endpoint = $"{Authority}/token",
            userinfo_endpoint = $"{Authority}/userinfo",
            jwks_uri = $"{Authority}/keys",
            response_types_supported = (string[])["code"],
            subject_types_supported = (string[])["public"],
            id_token_signing_alg_values_supported = (string[])["RS256"],
            code_challenge_methods_supported = (string[])["S256"],
        }),
        "/keys" => WriteAsync(context, new { keys = (object[])[Key()] }),
        "/authorize" => Authorize(context),
        "/token" => TokenAsync(context),
        "/userinfo" => UserInfoAsync(context),
        _ => RefuseAsync(context, "not found"),
    };

    private object Key()
    {
        var parameters = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = _key.KeyId, n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) };
    }

    private Task Authorize(HttpContext context)
    {
        var asked = context.Request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256") return RefuseAsync(context, "invalid_request");
        var back = asked["redirect_uri"].ToString();
        var answer = new Dictionary<string, string?> { ["state"] = asked["state"] };
        if (Person is null)
        {
            answer["error"] = "access_denied";
        }
        else
        {
            answer["code"] = Guid.NewGuid().ToString("N");
            _codes[answer["code"]!] = new(back, asked["code_challenge"].ToString(), asked["nonce"].ToString(), Person);
        }

        context.Response.Redirect(QueryHelpers.AddQueryString(back, answer));
        return Task.CompletedTask;
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        // A code is good once, for whom it was made.
        if (!_codes.TryRemove(form["code"].ToString(), out var grant)
            || form["client_id"] != ClientId || form["client_secret"] != ClientSecret || form["redirect_uri"] != grant.RedirectUri
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != grant.Challenge)
        {
            await RefuseAsync(context, "invalid_grant");
            return;
        }

        var access = Guid.NewGuid().ToString("N");
        _accesses[access] = grant.Person;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = ClientId,
            Claims = new Dictionary<string, object> { ["sub"] = grant.Person["sub"], ["nonce"] = grant.Nonce },
            SigningCredentials = new(_key, SecurityAlgorithms.RsaSha256),
        });
        await WriteAsync(context, new { access_token = access, token_type = "Bearer", expires_in = 300, id_token = token });
    }

    private Task UserInfoAsync(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var access] && _accesses.TryGetValue(access, out var person)
            ? WriteAsync(context, person)
            : RefuseAsync(context, "invalid_token");

    private static Task RefuseAsync(HttpContext context, string error)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return WriteAsync(context, new { error });
    }

    private static Task WriteAsync(HttpContext context, object answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(answer), context.RequestAborted);
    }

    private sealed record Grant(string RedirectUri, string Challenge, string Nonce, IReadOnlyDictionary<string, object> Person);
}
