namespace Baton.Journal.Tests;

public sealed class SqliteEngine : Engine
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("baton-log-").FullName;

    public override IDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Journal:Engine"] = "Sqlite",
        ["Journal:DataFolder"] = Folder,
    };

    public override bool AllowsManyNodes => false;

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
