namespace Baton.Desk.Tests;

/// <summary>A folder of procedures that only say something, for agents whose texts are badly written.</summary>
internal sealed class WrittenProcedures : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("procedures-").FullName;

    /// <summary>Writes a procedure that answers with a text and needs nothing.</summary>
    public WrittenProcedures Saying(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name + ".yaml"), $"""
            name: {name}
            title: {name}
            topic: {name}
            description: {name}
            needs: none
            examples: [{name} one, {name} two, {name} three]
            steps:
              - say: "{text}"
            """);
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
