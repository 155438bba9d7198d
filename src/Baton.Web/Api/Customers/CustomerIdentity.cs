using System.Text;
using Baton.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Baton.Web;

/// <summary>
/// Checks identity tokens: a JWT that the organisation's own server signed for a customer who is signed in there.
/// The signature first, then each claim by itself, so that every mistake has its own answer.
/// </summary>
internal sealed class CustomerIdentity(IOptions<WebOptions> options, TimeProvider time)
{
    public const int SecretBytes = 32;
    public const string Audience = "baton";

    private const int ClaimLength = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 8_000 };
    private readonly SecurityKey[] keys = [.. Secrets(options.Value.Identity).Select(secret => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)))];

    public async Task<(Customer? Customer, ProblemHttpResult? Problem)> VerifyAsync(string token)
    {
        if (keys.Length == 0)
            return Refuse("identity-not-configured", "This server accepts no identity tokens. Leave \"identity\" out, or have the operator set Web:Identity:Secret.");
        if (Parse(token) is not { } parsed)
            return Refuse("identity-malformed", "The identity token is not a signed JWT of at most 8,000 characters with claims of the right types.");
        if (parsed.Alg != SecurityAlgorithms.HmacSha256)
            return Refuse("identity-algorithm", "The identity token is not signed with HS256, the only algorithm accepted.");
        var result = await handler.ValidateTokenAsync(parsed, new()
        {
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKeys = keys,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid
            ? Read(parsed)
            : Refuse("identity-signature", "The identity token's signature is wrong. Sign it with HS256 and the secret that this server has as Web:Identity:Secret.");
    }

    private JsonWebToken? Parse(string token)
    {
        if (!handler.CanReadToken(token)) return null;
        try
        {
            return handler.ReadJsonWebToken(token);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private (Customer?, ProblemHttpResult?) Read(JsonWebToken token)
    {
        var now = time.GetUtcNow();
        if (!token.Audiences.Contains(Audience, StringComparer.Ordinal))
            return Refuse("identity-audience", "The identity token's \"aud\" is not \"baton\". Set it, so that no other token of yours opens conversations.");
        if (Seconds(token, JwtRegisteredClaimNames.Iat) is not { } issued || Seconds(token, JwtRegisteredClaimNames.Exp) is not { } expires)
            return Refuse("identity-times", "The identity token needs \"iat\" and \"exp\", both in whole seconds since 1970.");
        if (expires - issued > Longest)
            return Refuse("identity-too-long", "The identity token is good for more than an hour. Set \"exp\" at most 3600 seconds after \"iat\" and sign a new one for each page.");
        if (expires <= now - Skew)
            return Refuse("identity-expired", "The identity token has expired. Sign a new one when the page is served.");
        if (issued > now + Skew)
            return Refuse("identity-not-yet-valid", "The identity token's \"iat\" is in the future. Set the clock of the server that signs.");
        if (Text(token, JwtRegisteredClaimNames.Sub) is not { } id)
            return Refuse("identity-subject", "The identity token needs \"sub\": your own key for the customer, 1 to 200 characters without control characters.");
        return (new(id, Text(token, JwtRegisteredClaimNames.Name), Text(token, JwtRegisteredClaimNames.Email)), null);
    }

    private static (Customer?, ProblemHttpResult?) Refuse(string code, string detail) =>
        (null, Problems.Of(StatusCodes.Status401Unauthorized, code, detail));

    private static DateTimeOffset? Seconds(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<long>(claim, out var seconds) && seconds is >= 0 and <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var text) && !string.IsNullOrWhiteSpace(text) && text.Length <= ClaimLength && !text.Any(char.IsControl) ? text : null;

    private static IEnumerable<string> Secrets(CustomerIdentityOptions options) =>
        options.Secret is { } secret ? [secret, .. options.AlsoAccepted] : options.AlsoAccepted;
}
