using System.Text;

namespace Baton.Language;

/// <summary>Reads the word lists that are compiled into the room.</summary>
internal static class EmbeddedText
{
    /// <summary>The languages that have lists of their own.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de", "es", "fr", "zh"];

    /// <summary>The lines of a list, without comments (<c>#</c>) and empty ones.</summary>
    /// <param name="name">Folder and file joined by a dot, e.g. <c>Cues.commands.en.txt</c>.</param>
    public static IEnumerable<string> Lines(string name)
    {
        var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("Baton.Language." + name)
            ?? throw new InvalidOperationException($"The word list {name} is missing from the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var content = (comment < 0 ? line : line[..comment]).Trim();
            if (content.Length > 0)
                yield return content;
        }
    }
}
