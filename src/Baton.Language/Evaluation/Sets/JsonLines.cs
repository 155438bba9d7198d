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
            yield return Parse(line, source, number);
        }
    }

    private static JsonElement Parse(string line, string source, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new InvalidDataException($"{source}, line {number}: not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{source}, line {number}: {exception.Message}", exception);
        }
    }
}
