using System.Text;

namespace Baton.Audit;

/// <summary>Reads the lists and scripts that are compiled into the room.</summary>
internal static class EmbeddedText
{
    /// <summary>The whole text of a file.</summary>
    /// <param name="name">Folder and file joined by a dot, e.g. <c>Extraction.page.js</c>.</param>
    public static string All(string name)
    {
        var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("Baton.Audit." + name)
            ?? throw new InvalidOperationException($"The file {name} is missing from the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The words of a list, without comments (<c>#</c> to the end of the line).</summary>
    public static IEnumerable<string> Words(string name) => Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines of a list, without comments (<c>#</c> at the start) and empty ones.</summary>
    public static IEnumerable<string> Lines(string name) =>
        All(name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
}
