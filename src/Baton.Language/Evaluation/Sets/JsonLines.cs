using System.Text.Json;

namespace Baton.Language;

/// <summary>Reads files with one JSON object a line.</summary>
internal static class JsonLines
{
    /// <exception cref="InvalidDataException">A line is no JSON object; the message names file and line.</exception>
    public static IEnumerable<JsonElement> Read(string file) => Read(File.ReadLines(file), file);

    /// <param name="lines">The lines.</param>
    /// <param name="source">Where they come from, for messages.</param>
    /// <exception cref="InvalidDataException">A line is no JSON object; the message names source and line.</exception>
    public static IEnumerable<JsonElement> Read(IEnumerable<string> lines, string source)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            yield return Parse(line, $"{source}, line {number}");
        }
    }

    /// <summary>One line of a source that has no name.</summary>
    /// <exception cref="InvalidDataException">It is no JSON object; the message names the line.</exception>
    public static JsonElement ReadLine(string line, int number) => Parse(line, $"Line {number}");

    private static JsonElement Parse(string line, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new InvalidDataException($"{place}: not a JSON object. One object a line is needed.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{place} is no JSON at its character {exception.BytePositionInLine + 1}: {exception.Message}", exception);
        }
    }
}
