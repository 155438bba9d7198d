using System.Security.Claims;
using System.Text.Encodings.Web;
using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>A program is whoever holds an API key.</summary>
internal sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ApiKey";

    private KeyCheck? check;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Bearer.Of(Request) is not { } secret) return AuthenticateResult.NoResult();
        check = await keys.CheckAsync(secret, Context.RequestAborted);
        if (check.Key is not { } key) return AuthenticateResult.Fail("The API key is not good.");
        List<Claim> claims = [new(ApiClaims.Caller, "key:" + key.Id), .. key.Scopes.Split(' ').Select(scope => new Claim(ApiClaims.Scope, scope))];
        if (check.Worker is { } worker) claims.AddRange([new(ApiClaims.Worker, worker.Id.Value), new(ApiClaims.WorkerName, worker.Name)]);
        return AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        var (code, detail) = check switch
        {
            null => ("key-missing", "Send an API key: Authorization: Bearer bk_…"),
            { IsExpired: true } => ("key-expired", "The API key has expired. Make a new one."),
            _ => ("key-invalid", "This is not an API key of this server, or it was revoked. Make a new one."),
        };
        return Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, code, detail);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>()?.Scope;
        return Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, "scope-missing", $"The API key lacks the scope {needed}. Make a key that has it.");
    }
}

/// <summary>Which scope an endpoint needs, for the answer to a key that lacks it.</summary>
internal sealed record NeedsScope(string Scope);

internal static class ApiCaller
{
    /// <summary>The worker that the key acts as. A key with <see cref="ApiScopes.ConversationsAct"/> always has one.</summary>
    public static ActingWorker Worker(this ClaimsPrincipal user) =>
        user.FindFirstValue(ApiClaims.Worker) is { } id
            ? new(new WorkerId(id), user.FindFirstValue(ApiClaims.WorkerName) ?? "")
            : throw new InvalidOperationException("A key without a worker came to an endpoint that acts.");
}
