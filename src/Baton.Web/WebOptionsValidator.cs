using System.Text;
using Microsoft.Extensions.Options;

namespace Baton.Web;

internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var mistakes = new List<string>();
        foreach (var origin in options.AllowedOrigins.Where(origin => origin != "*" && !IsOrigin(origin)))
            mistakes.Add($"Web:AllowedOrigins holds \"{origin}\": an origin is http:// or https://, a host and perhaps a port, without a path and without a slash at the end.");
        if (options.TokenLifetime < TimeSpan.FromMinutes(1) || options.TokenLifetime > TimeSpan.FromDays(365))
            mistakes.Add($"Web:TokenLifetime is {options.TokenLifetime}: choose 1 minute to 365 days.");
        if (options.StreamHeartbeat < TimeSpan.FromSeconds(1) || options.StreamHeartbeat > TimeSpan.FromMinutes(10))
            mistakes.Add($"Web:StreamHeartbeat is {options.StreamHeartbeat}: choose 1 second to 10 minutes.");

        if (options.Webhooks.Timeout < TimeSpan.FromSeconds(1) || options.Webhooks.Timeout > TimeSpan.FromMinutes(1))
            mistakes.Add($"Web:Webhooks:Timeout is {options.Webhooks.Timeout}: choose 1 second to 1 minute.");

        if (options.Identity.Secret is { } secret && Encoding.UTF8.GetByteCount(secret) < CustomerIdentity.SecretBytes)
            mistakes.Add($"Web:Identity:Secret is shorter than {CustomerIdentity.SecretBytes} bytes: make one with `openssl rand -base64 32`.");
        if (options.Identity.AlsoAccepted.Any(also => Encoding.UTF8.GetByteCount(also) < CustomerIdentity.SecretBytes))
            mistakes.Add($"Web:Identity:AlsoAccepted holds a secret shorter than {CustomerIdentity.SecretBytes} bytes: remove it.");

        var limits = options.RateLimits;
        Check(limits.Open, nameof(limits.Open));
        Check(limits.Messages, nameof(limits.Messages));
        Check(limits.Acts, nameof(limits.Acts));
        Check(limits.Uploads, nameof(limits.Uploads));
        Check(limits.Reads, nameof(limits.Reads));
        Check(limits.Workers, nameof(limits.Workers));
        if (limits.Streams is < 1 or > 1_000)
            mistakes.Add($"Web:RateLimits:Streams is {limits.Streams}: choose 1 to 1000.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void Check(RateLimit limit, string key)
        {
            if (limit.PerMinute < 1 || limit.Burst < 1)
                mistakes.Add($"Web:RateLimits:{key} is {limit.PerMinute} a minute with {limit.Burst} at once: both must be at least 1; set Web:RateLimits:Enabled to false for no limits.");
        }
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase);
}
