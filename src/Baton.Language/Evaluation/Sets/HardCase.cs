using System.Text.Json;

namespace Baton.Language;

/// <summary>A message that is hard to read, with the expected reading.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Group">Why it is hard, e.g. <c>sarcasm</c>.</param>
/// <param name="Language">The customer's language, ISO 639-1.</param>
/// <param name="Text">The message.</param>
/// <param name="Before">What was said before, oldest first.</param>
/// <param name="Feelings">The feeling it shows, and any others that a careful reader may also see.</param>
/// <param name="AsksForPerson">Whether it asks for a person.</param>
internal sealed record HardCase(string Id, string Group, string Language, string Text, IReadOnlyList<Turn> Before, IReadOnlyList<Feeling> Feelings, bool AsksForPerson)
{
    /// <summary>By its first feeling.</summary>
    public bool IsDissatisfied => Feelings[0] is Feeling.Frustrated or Feeling.Angry or Feeling.Resigned;

    public ReadingRequest Request(DateTimeOffset now) => new() { Text = Text, Locale = Language, Now = now, Course = Before };

    /// <summary>Cases, one JSON object a line.</summary>
    public static IEnumerable<HardCase> Read(string file) => JsonLines.Read(file).Select(Parse);

    public static HardCase Parse(JsonElement json)
    {
        string Text(string name) => json.GetProperty(name).GetString()!;
        IEnumerable<string> feelings = [Text("feeling"), .. json.TryGetProperty("or", out var others) ? others.EnumerateArray().Select(other => other.GetString()!) : []];
        return new HardCase(
            Text("id"), Text("group"), Text("lang"), Text("text"), MessageJson.Before(json),
            [.. feelings.Select(name => Enum.Parse<Feeling>(name, ignoreCase: true))], json.GetProperty("person").GetBoolean());
    }
}
