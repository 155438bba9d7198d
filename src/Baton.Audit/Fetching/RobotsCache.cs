using System.Collections.Concurrent;

namespace Baton.Audit;

/// <summary>robots.txt of each host, for at most a day (RFC 9309, 2.4).</summary>
internal sealed class RobotsCache(Func<Uri, CancellationToken, Task<RobotsFile>> fetch, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (RobotsFile File, DateTimeOffset At)> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _gate = new(1, 1);

    public void Dispose() => _gate.Dispose();

    public async ValueTask<RobotsFile> OfAsync(Uri url, CancellationToken cancellationToken)
    {
        var host = url.GetLeftPart(UriPartial.Authority);
        if (_files.TryGetValue(host, out var known) && time.GetUtcNow() - known.At < Fresh) return known.File;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_files.TryGetValue(host, out known) && time.GetUtcNow() - known.At < Fresh) return known.File;
            var file = await fetch(new Uri(host + "/robots.txt"), cancellationToken);
            _files[host] = (file, time.GetUtcNow());
            return file;
        }
        finally
        {
            _gate.Release();
        }
    }
}
