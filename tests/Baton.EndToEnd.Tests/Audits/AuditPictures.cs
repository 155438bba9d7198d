using Microsoft.Playwright;

namespace Baton.EndToEnd.Tests;

/// <summary>Pictures of the audits in the console for the pages: <c>./eng/screenshots.sh</c>.</summary>
public sealed class AuditPictures(AuditsFixture audits)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("BATON_SCREENSHOTS") ?? Path.GetTempPath();

    [Fact(Explicit = true)]
    public async Task Are_made_from_runs_of_past_months()
    {
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var end = theme == ColorScheme.Dark ? "-dark" : "";
            var page = await audits.OpenAsync(theme);
            await SaveAsync(page, $"console-audits{end}");
            await page.GetByRole(AriaRole.Link, new() { Name = "harbour-books.example" }).ClickAsync();
            await page.Locator(".audit-finding").First.WaitForAsync();
            await SaveAsync(page, $"console-audit{end}");
        }
        await SaveAsync(await audits.VisitAsync("/about-audits"), "audit-sender");
    }

    private static Task<byte[]> SaveAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
}
