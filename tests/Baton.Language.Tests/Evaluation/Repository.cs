namespace Baton.Language.Tests;

/// <summary>Where the repository lies, seen from the test's program.</summary>
internal static class Repository
{
    public static string Folder(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Baton.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The test does not run inside the repository."), name);
    }
}
