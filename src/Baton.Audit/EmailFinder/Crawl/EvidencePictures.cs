using System.Security.Cryptography;

namespace Baton.Audit;

/// <summary>Takes pictures of the pages that confirmed findings quote, as a person would have seen them on the day.</summary>
/// <param name="options">How the run fetches and renders.</param>
/// <param name="time">The clock.</param>
internal sealed class EvidencePictures(EmailFinderOptions options, TimeProvider time)
{
    /// <summary>Most pages that are pictured in a run: the report carries them.</summary>
    public const int Most = 8;

    /// <summary>The pictures that were kept in the run's folder, and what could not be pictured and why.</summary>
    public async Task<(IReadOnlyList<PagePicture> Pictures, NotTested? Missing)> TakeAsync(IReadOnlyList<Finding> findings, IReadOnlyList<PageFacts> pages, RunFolder folder, CancellationToken cancellationToken)
    {
        var seen = pages.Where(page => page.IsPage).Select(page => page.Url).ToHashSet();
        List<Uri> wanted =
        [
            .. findings.Where(finding => finding is { Verdict: Verdict.Confirmed, Severity: > Severity.Notice }).SelectMany(finding => finding.Evidence).Select(evidence => evidence.Url).OfType<Uri>().Where(seen.Contains).Distinct(),
        ];
        if (wanted.Count == 0) return ([], null);
        if (!options.Renders || PageRenderer.Find(options.Browser) is not { } browser) return ([], new($"Pictures of {wanted.Count} pages that findings quote", "No browser was there to take them, or none was wanted."));
        await using var renderer = new PageRenderer(browser, options.Fetch, time);
        List<PagePicture> pictures = [];
        foreach (var url in wanted.Take(Most))
        {
            await Task.Delay(options.Fetch.Pace, time, cancellationToken);
            if (await renderer.PictureAsync(url, cancellationToken) is not { } png) continue;
            var picture = new PagePicture(url, time.GetUtcNow(), Convert.ToHexStringLower(SHA256.HashData(png)));
            var place = Directory.CreateDirectory(Path.Combine(folder.Folder.FullName, PagePicture.Folder));
            await File.WriteAllBytesAsync(Path.Combine(place.FullName, picture.File), png, cancellationToken);
            pictures.Add(picture);
        }

        var lacking = wanted.Count - pictures.Count;
        return (pictures, lacking == 0 ? null : new($"Pictures of {lacking} pages that findings quote", $"At most {Most} are taken in a run, and some could not be drawn in time."));
    }
}
