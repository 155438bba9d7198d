using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>A customer is whoever holds the conversation's token.</summary>
internal sealed class ConversationTokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ConversationTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ConversationToken";

    private TokenCheck? check;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Bearer.Of(Request) is not { } token) return Task.FromResult(AuthenticateResult.NoResult());
        check = tokens.Check(token, out var conversation);
        if (check != TokenCheck.Good) return Task.FromResult(AuthenticateResult.Fail("The conversation token is not good."));
        var identity = new ClaimsIdentity([new(ApiClaims.Caller, conversation.Value), new(ApiClaims.Conversation, conversation.Value)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        var (code, detail) = check switch
        {
            TokenCheck.Expired => ("token-expired", "The conversation token has expired. Open a new conversation."),
            TokenCheck.Forged => ("token-invalid", "This is not a conversation token of this server. Send the token that opening the conversation answered, unchanged."),
            _ => ("token-missing", "Send the conversation's token: Authorization: Bearer <token>."),
        };
        return Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, code, detail);
    }

    // The only way to be known here and forbidden is another conversation's id; whether there is such a conversation is not told.
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.NoConversation().ExecuteAsync(Context);
}

/// <summary>The token must be of the conversation in the path; where a program may do the same, a key with the scope does too.</summary>
internal sealed class OwnConversation(string? scope) : AuthorizationHandler<OwnConversation>, IAuthorizationRequirement
{
    public const string Policy = "own-conversation";

    public static string Or(string scope) => $"{Policy} or {scope}";

    private string? Scope => scope;

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnConversation requirement)
    {
        var isOwn = context.Resource is HttpContext http && http.Request.RouteValues["id"] is string id && context.User.HasClaim(ApiClaims.Conversation, id);
        if (isOwn || (requirement.Scope is { } needed && context.User.HasClaim(ApiClaims.Scope, needed))) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

internal static class Bearer
{
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header.AsSpan(7).Trim() is { Length: > 0 } token ? token.ToString() : null;
    }
}
