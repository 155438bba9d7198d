using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>Names of the limits; every group of endpoints names one.</summary>
internal static class Throttle
{
    public const string Open = "open";
    public const string Messages = "messages";
    public const string Acts = "acts";
    public const string Uploads = "uploads";
    public const string Reads = "reads";
    public const string Streams = "streams";
    public const string Workers = "workers";
}

internal static class Throttling
{
    public static IServiceCollection AddThrottling(this IServiceCollection services)
    {
        services.AddRateLimiter(static _ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<WebOptions>>((limiter, web) =>
        {
            var limits = web.Value.RateLimits;
            limiter.OnRejected = RejectAsync;
            Add(Throttle.Open, limits.Open, Address);
            Add(Throttle.Messages, limits.Messages, Caller);
            Add(Throttle.Acts, limits.Acts, Caller);
            Add(Throttle.Uploads, limits.Uploads, Caller);
            Add(Throttle.Reads, limits.Reads, Caller);
            Add(Throttle.Workers, limits.Workers, Caller);
            limiter.AddPolicy(Throttle.Streams, context => limits.Enabled
                ? RateLimitPartition.GetConcurrencyLimiter(Caller(context), _ => new() { PermitLimit = limits.Streams })
                : RateLimitPartition.GetNoLimiter(""));

            void Add(string name, RateLimit limit, Func<HttpContext, string> who) => limiter.AddPolicy(name, context => limits.Enabled
                ? RateLimitPartition.GetTokenBucketLimiter(who(context), _ => new()
                {
                    TokenLimit = limit.Burst,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limit.PerMinute,
                })
                : RateLimitPartition.GetNoLimiter(""));
        });
        return services;
    }

    private static string Caller(HttpContext context) => context.User.FindFirst(ApiClaims.Caller)?.Value ?? Address(context);

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        // One household or one phone has a whole /64.
        { AddressFamily: AddressFamily.InterNetworkV6 } six => new IPAddress([.. six.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0]).ToString(),
        var four => four.ToString(),
    };

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, Math.Ceiling(after.TotalSeconds)) : 5;
        var seconds = wait.ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds;
        await Problems.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "too-many-requests", $"That was too much at once. Wait {seconds} seconds and send it again.");
    }
}

/// <summary>Claims that the API's authentication puts into the caller's identity.</summary>
internal static class ApiClaims
{
    public const string Caller = "baton:caller";
    public const string Conversation = "baton:conversation";
    public const string Scope = "baton:scope";
    public const string Worker = "baton:worker";
    public const string WorkerName = "baton:worker-name";
}
