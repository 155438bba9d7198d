using Baton.Testing;

namespace Baton.LoadGenerator;

/// <summary>The programs under measurement, built beside this one with the same configuration.</summary>
internal static class Programs
{
    public static Task<Server> CeilingAsync() => Server.StartAsync(Path("Baton.Ceiling"));

    public static Task<Server> SqliteAsync(params string[] settings) =>
        Server.StartAsync(Path("Baton"), ["serve", "--Journal:DataFolder={folder}", "--Web:RateLimits:Enabled=false", .. settings]);

    public static async Task<Server> PostgreSqlAsync() => await Server.StartAsync(
        Path("Baton"), "serve", "--Journal:Engine=PostgreSql", $"--Journal:ConnectionString={await PostgresServer.CreateDatabaseAsync()}",
        "--Journal:DataFolder={folder}", "--Web:RateLimits:Enabled=false");

    private static string Path(string project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
        return System.IO.Path.Combine(output.Parent!.Parent!.FullName, project, output.Name, project + ".dll");
    }
}
