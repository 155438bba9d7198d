using System.Diagnostics;
using System.Net;
using Baton.Testing;

namespace Baton.EndToEnd.Tests;

public sealed class PublishedProgramTests
{
    [Fact]
    public async Task A_published_program_serves_all_its_files_from_any_folder()
    {
        var folder = Directory.CreateTempSubdirectory("baton-published-").FullName;
        try
        {
            await PublishAsync(folder);
            await using var server = await BatonServer.StartAsync(new() { Program = Path.Combine(folder, "Baton.dll") }, Cancel);
            using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = server.Url };
            foreach (var file in (string[])["_content/MudBlazor/MudBlazor.min.css", "_content/Baton.Web/console/composer.js", "_framework/blazor.web.js", "widget/baton.js", "openapi/v1.json"])
            {
                using var answer = await client.GetAsync(new Uri(file, UriKind.Relative), Cancel);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.True((await answer.Content.ReadAsByteArrayAsync(Cancel)).Length > 500, $"{file} is empty.");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task PublishAsync(string folder)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = built.Parent!.Parent!.Parent!.Parent!.FullName;
        var start = new ProcessStartInfo("dotnet", ["publish", "src/Baton", "--no-build", "--configuration", built.Name == "release" ? "Release" : "Debug", "--output", folder, "--nologo"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.True(process.ExitCode == 0, said);
    }
}
