using System.Diagnostics;

namespace Baton.Audit;

/// <summary>Renders pages in an installed Chromium, run without a window, one process a page. All its traffic passes a proxy that keeps it on the public internet.</summary>
internal sealed class PageRenderer : IAsyncDisposable
{
    /// <summary>Most pages that are rendered in a run.</summary>
    public const int MostPages = 20;

    private const int LongestPage = 8_000_000;
    private const int LargestPicture = 3_000_000;
    private const int PictureWidth = 1024;
    private const int PictureHeight = 1280;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private readonly string _browser;
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly GuardProxy _proxy;

    public PageRenderer(string browser, FetchOptions options, TimeProvider time)
    {
        (_browser, _options, _time) = (browser, options, time);
        _proxy = new(new AddressGuard(options.AllowedPrivate, options.Names));
    }

    /// <summary>The browser's program: the one named, or the first that is installed.</summary>
    public static string? Find(string? named) => named is not null ? File.Exists(named) ? named : null : Array.Find(Places, File.Exists);

    /// <summary>The page as scripts made it; <see langword="null"/> when the browser gave none in time.</summary>
    public async Task<string?> RenderAsync(Uri url, CancellationToken cancellationToken) =>
        await RunAsync(url, _ => ["--blink-settings=imagesEnabled=false", "--dump-dom"], (page, _) => page.Length is > 0 and < LongestPage ? page : null, cancellationToken);

    /// <summary>The upper part of the page as a PNG; <see langword="null"/> when the browser gave none in time.</summary>
    public async Task<byte[]?> PictureAsync(Uri url, CancellationToken cancellationToken) =>
        await RunAsync(
            url,
            profile => [$"--window-size={PictureWidth},{PictureHeight}", "--hide-scrollbars", $"--screenshot={Picture(profile)}"],
            (_, profile) => Picture(profile) is var file && File.Exists(file) && new FileInfo(file).Length is > 0 and < LargestPicture ? File.ReadAllBytes(file) : null,
            cancellationToken);

    private static string Picture(DirectoryInfo profile) => Path.Combine(profile.FullName, "picture.png");

    private async Task<T?> RunAsync<T>(Uri url, Func<DirectoryInfo, string[]> wish, Func<string, DirectoryInfo, T?> take, CancellationToken cancellationToken)
        where T : class
    {
        var profile = Directory.CreateTempSubdirectory("baton-render-");
        using var patience = new CancellationTokenSource(Patience, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var process = new Process { StartInfo = Start(url, profile, wish(profile)) };
        try
        {
            process.Start();
            var errors = process.StandardError.ReadToEndAsync(stop.Token);
            var page = await process.StandardOutput.ReadToEndAsync(stop.Token);
            await process.WaitForExitAsync(stop.Token);
            await errors;
            return take(page, profile);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
            profile.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    private ProcessStartInfo Start(Uri url, DirectoryInfo profile, string[] wish)
    {
        var start = new ProcessStartInfo(_browser) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--mute-audio",
            $"--proxy-server=http://127.0.0.1:{_proxy.Port}", "--proxy-bypass-list=<-loopback>", $"--user-agent={_options.UserAgent}", $"--user-data-dir={profile.FullName}", "--virtual-time-budget=6000", "--timeout=15000", .. wish, url.AbsoluteUri,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // Chromium refuses its own sandbox to the superuser; in a container that runs so, there is no other choice.
        if (Environment.UserName == "root") start.ArgumentList.Insert(0, "--no-sandbox");
        return start;
    }
}
