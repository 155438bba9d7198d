using System.Net;

namespace Baton.Audit;

/// <summary>Fetches pages: as robots.txt allows, at a pace, within limits, and only from the public internet.</summary>
public sealed class PageFetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HostPace _pace;
    private readonly RobotsCache _robots;
    private readonly HttpMessageInvoker _client;

    /// <param name="options">How politely.</param>
    /// <param name="time">The clock.</param>
    public PageFetcher(FetchOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _pace = new(time, options.Pace);
        var guard = new AddressGuard(options.AllowedPrivate, options.Names);
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            // A proxy would look names up itself, past the guard.
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = 64,
            MaxConnectionsPerServer = 4,
            ConnectCallback = async (context, stop) => await guard.ConnectAsync(context.DnsEndPoint, stop),
        });
        _robots = new(FetchRobotsAsync, time);
    }

    /// <summary>Fetches a page with GET. Never throws for what the other side does.</summary>
    /// <param name="url">Absolute, http or https.</param>
    /// <param name="staysWithin">Which addresses redirects may lead to; others end as <see cref="FetchOutcome.LeftSite"/>.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<FetchedPage> FetchAsync(Uri url, Func<Uri, bool> staysWithin, CancellationToken cancellationToken)
    {
        List<Uri> redirects = [];
        var at = url;
        while (true)
        {
            var robots = await _robots.OfAsync(at, cancellationToken);
            if (!robots.Allows(FetchOptions.Product, at.PathAndQuery)) return new(url, at, robots.Missed?.Outcome ?? FetchOutcome.Disallowed, _time.GetUtcNow()) { Redirects = redirects, Problem = robots.Missed?.Problem ?? "robots.txt asks not to fetch it" };
            if (robots.DelayFor(FetchOptions.Product) is { } delay) _pace.Slow(at.Authority, delay < _options.LongestDelay ? delay : _options.LongestDelay);

            var page = await OnceAsync(url, at, cancellationToken) with { Redirects = redirects };
            if (page.Outcome != FetchOutcome.Answered || page.Status is < 300 or > 399 || page.Problem is null || !Uri.TryCreate(at, page.Problem, out var next)) return page;
            redirects = [.. redirects, at];
            if (next.Scheme is not ("http" or "https")) return page with { Redirects = redirects, Url = next, Problem = $"leads to {next.Scheme}:", Outcome = FetchOutcome.OtherContent };
            if (redirects.Contains(next) || redirects.Count > _options.MostRedirects) return page with { Redirects = redirects, Outcome = FetchOutcome.RedirectLoop, Problem = $"{redirects.Count} redirects" };
            if (!staysWithin(next)) return page with { Redirects = redirects, Url = next, Outcome = FetchOutcome.LeftSite, Problem = $"leads to {next.Host}" };
            at = next;
        }
    }

    /// <summary>The robots.txt that holds for an address.</summary>
    public ValueTask<RobotsFile> RobotsAsync(Uri url, CancellationToken cancellationToken) => _robots.OfAsync(url, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _robots.Dispose();
    }

    /// <summary>One request. A redirect comes back with its target as the problem.</summary>
    private async Task<FetchedPage> OnceAsync(Uri asked, Uri url, CancellationToken cancellationToken)
    {
        using var turn = await _pace.EnterAsync(url.Authority, cancellationToken);
        using var patience = new CancellationTokenSource(_options.Patience, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var started = _time.GetTimestamp();
        FetchedPage Failed(FetchOutcome outcome, string problem) => new(asked, url, outcome, _time.GetUtcNow()) { Problem = problem, Took = _time.GetElapsedTime(started) };
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
            request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/pdf,text/vcard,text/plain;q=0.8,*/*;q=0.1");
            using var response = await _client.SendAsync(request, stop.Token);
            var status = (int)response.StatusCode;
            if (status is 429 or 503) _pace.BackOff(url.Authority, response.Headers.RetryAfter?.Delta);
            var type = response.Content.Headers.ContentType;
            var page = new FetchedPage(asked, url, FetchOutcome.Answered, _time.GetUtcNow())
            {
                Status = status,
                ContentType = type?.MediaType?.ToLowerInvariant() ?? "",
                Charset = type?.CharSet,
                RobotsTags = response.Headers.TryGetValues("X-Robots-Tag", out var tags) ? [.. tags] : [],
                Took = _time.GetElapsedTime(started),
            };
            if (status is >= 300 and < 400) return page with { Problem = response.Headers.Location?.OriginalString ?? (response.Headers.TryGetValues("Location", out var raw) ? raw.First() : null) };
            if (!ReadableContent.Is(page.ContentType, url)) return page with { Outcome = FetchOutcome.OtherContent, Problem = $"content of type {page.ContentType}" };
            await using var body = await response.Content.ReadAsStreamAsync(stop.Token);
            var (bytes, isCut) = await ReadAsync(body, stop.Token);
            return page with { Body = bytes, IsCut = isCut, Took = _time.GetElapsedTime(started) };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(FetchOutcome.TimedOut, $"no complete answer within {_options.Patience.TotalSeconds:0} s");
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException or InvalidDataException or UriFormatException)
        {
            for (var cause = wrong; cause is not null; cause = cause.InnerException)
            {
                if (cause is PrivateAddressException refused) return Failed(FetchOutcome.PrivateAddress, refused.Message);
            }
            return Failed(FetchOutcome.Unreachable, wrong.GetBaseException().Message);
        }
    }

    // A compressed bomb is unpacked no further than the limit.
    private async Task<(byte[] Bytes, bool IsCut)> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is var length and > 0)
        {
            var room = _options.MostBytes - (int)kept.Length;
            kept.Write(buffer, 0, Math.Min(length, room));
            if (length > room) return (kept.ToArray(), true);
        }
        return (kept.ToArray(), false);
    }

    private async Task<RobotsFile> FetchRobotsAsync(Uri url, CancellationToken cancellationToken)
    {
        var at = url;
        for (var redirects = 0; redirects <= 5; redirects++)
        {
            var page = await OnceAsync(url, at, cancellationToken);
            if (page.Outcome is not (FetchOutcome.Answered or FetchOutcome.OtherContent)) return RobotsFile.Missing(page.Outcome, page.Problem ?? "");
            if (page.Status is >= 200 and < 300) return page.Outcome == FetchOutcome.OtherContent ? RobotsFile.AllowAll : RobotsFile.Parse(TextDecoding.Decode(page.Body.Span[..Math.Min(page.Body.Length, RobotsFile.MostBytes)], "utf-8").Text);
            if (page.Status is >= 300 and < 400 && page.Problem is { } target && Uri.TryCreate(at, target, out var next) && next.Scheme is "http" or "https") at = next;
            else return page.Status >= 500 ? RobotsFile.Missing(FetchOutcome.Unreachable, $"robots.txt answered {page.Status}, which counts as a no") : RobotsFile.AllowAll;
        }
        // More than five redirects: as if there were no file (RFC 9309, 2.3.1.2).
        return RobotsFile.AllowAll;
    }
}
