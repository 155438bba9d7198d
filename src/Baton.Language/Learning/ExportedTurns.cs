using System.Text.Json;

namespace Baton.Language;

/// <summary>
/// Takes labelled messages from conversations that were exported from the log: a customer's message with the feeling and the request
/// for a person that a language model read in it. What the embedded interpreter read is no label: it would only learn itself.
/// </summary>
internal sealed class ExportedTurns
{
    /// <summary>A model's reading is a good guess, not a reader's label.</summary>
    public const float Weight = 0.5f;

    private const string Embedded = "embedded";
    private readonly List<LabelledMessage> _messages = [];
    private readonly List<Turn> _before = [];
    private (int Version, string Text, IReadOnlyList<Turn> Before)? _last;
    private string? _conversation;
    private string _locale = "en";

    /// <summary>True for a line that <c>baton export</c> writes.</summary>
    public static bool IsEvent(JsonElement line) => line.TryGetProperty("conversation", out _) && line.TryGetProperty("type", out _);

    public IReadOnlyList<LabelledMessage> Messages => _messages;

    /// <summary>Takes one line of the export; conversations stand one after another, their events in order.</summary>
    public void Add(JsonElement line)
    {
        if (!line.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            return;
        var conversation = line.GetProperty("conversation").ToString();
        if (conversation != _conversation)
        {
            _conversation = conversation;
            _before.Clear();
            _last = null;
            _locale = "en";
        }

        switch (line.GetProperty("type").GetString())
        {
            case "conversation-opened.1":
                _locale = Text(data, "locale") ?? "en";
                break;
            case "customer-wrote.1" when Text(data, "text") is { } text:
                _last = (Version(line), text, [.. _before]);
                _before.Add(new Turn("customer", text));
                break;
            case "agent-replied.1" or "worker-replied.1" when Text(data, "text") is { } text:
                _before.Add(new Turn("agent", text));
                break;
            case "message-interpreted.1":
                Label(data);
                break;
            default:
                break;
        }
    }

    private void Label(JsonElement data)
    {
        if (_last is not var (version, text, before) || Text(data, "interpreter") is null or Embedded
            || !data.TryGetProperty("messageVersion", out var labelled) || labelled.GetInt32() != version
            || !Enum.TryParse<Feeling>(Text(data, "feeling"), ignoreCase: true, out var feeling))
        {
            return;
        }

        var asks = data.TryGetProperty("commands", out var commands) && commands.ValueKind == JsonValueKind.Array
            && commands.EnumerateArray().Any(command => Text(command, "command") == "askForPerson");
        _messages.Add(new LabelledMessage(_conversation!, LanguageIdentification.LanguageOf(_locale), text, before, feeling, asks, Weight));
    }

    private static int Version(JsonElement line) => line.TryGetProperty("version", out var version) ? version.GetInt32() : 0;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
