using System.Text.Json;

namespace Baton.Language;

/// <summary>One conversation of an export and the labels in it.</summary>
/// <param name="id">The conversation.</param>
internal sealed class ExportedConversation(string id)
{
    /// <summary>A model's reading is a good guess, not a reader's label; so is "neutral" where a worker only said what a feeling is not.</summary>
    private const float Guess = 0.5f;

    private const string Embedded = "embedded";
    private const string Person = "asks-for-person";

    private readonly List<Turn> _before = [];
    private readonly List<string> _facts = [];
    private readonly Dictionary<string, string> _tools = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, (string Text, IReadOnlyList<Turn> Before)> _written = [];
    private readonly Dictionary<int, ReplyInContext> _replied = [];
    private readonly Dictionary<(int Version, string Code), ReplyInContext> _withheld = [];
    private readonly List<(int Version, string Code, string Words)> _raised = [];
    private readonly Dictionary<int, (Feeling Feeling, bool Asks)> _read = [];
    private readonly Dictionary<(int Version, string Code), bool> _marks = [];
    private string _locale = "en";

    public string Id => id;

    public void Add(string type, int version, JsonElement data)
    {
        switch (type)
        {
            case "conversation-opened.1":
                _locale = Text(data, "locale") ?? "en";
                break;
            case "customer-wrote.1" when Text(data, "text") is { } text:
                _written[version] = (text, [.. _before]);
                _before.Add(new Turn("customer", text));
                break;
            case "agent-replied.1" when Text(data, "text") is { } text:
                _replied[version] = Reply(text, _written.Count > 0 ? _written.Keys.Max() : 0);
                _before.Add(new Turn("agent", text));
                break;
            case "worker-replied.1" when Text(data, "text") is { } text:
                _before.Add(new Turn("agent", text));
                break;
            case "tool-called.1" when Text(data, "callId") is { } call:
                _tools[call] = Text(data, "tool") ?? "";
                break;
            case "tool-returned.1" when data.TryGetProperty("result", out var result):
                _facts.Add($"{_tools.GetValueOrDefault(Text(data, "callId") ?? "", "")}: {result.GetRawText()}");
                break;
            case "message-interpreted.1" when Text(data, "interpreter") is not (null or Embedded) && Enum.TryParse<Feeling>(Text(data, "feeling"), ignoreCase: true, out var feeling):
                _read[Number(data)] = (feeling, data.TryGetProperty("commands", out var commands) && commands.ValueKind == JsonValueKind.Array && commands.EnumerateArray().Any(command => Text(command, "command") == "askForPerson"));
                break;
            case "signal-raised.1" when Text(data, "code") is { } code && MarkedReply.IsOfReply(code):
                _raised.Add((Number(data), code, Text(data, "words") ?? ""));
                break;
            case "agent-reply-withheld.1" when Text(data, "text") is { } text && Text(data, "why") is { } why:
                // Its signal is raised right before it, at the message that it answers.
                if (_raised.FindLast(raised => raised.Words.EndsWith(why, StringComparison.Ordinal)) is { Code: not null } raised)
                    _withheld[(raised.Version, raised.Code)] = Reply(text, raised.Version);
                break;
            case "signal-marked.1" when Text(data, "code") is { } code:
                _marks[(Number(data), code)] = string.Equals(Text(data, "mark"), "missed", StringComparison.OrdinalIgnoreCase);
                break;
            default:
                break;
        }
    }

    /// <summary>The customer's messages that a worker or a language model labelled; the worker's word counts first.</summary>
    public IEnumerable<LabelledMessage> Messages()
    {
        foreach (var (version, (text, before)) in _written)
        {
            (Feeling Feeling, bool Asks)? read = _read.TryGetValue(version, out var found) ? found : null;
            bool? marked = _marks.TryGetValue((version, Person), out var isMissed) ? isMissed : null;
            var (feeling, isSure) = Felt(version, read?.Feeling);
            if (feeling is not null || marked is not null)
                yield return new LabelledMessage(id, LanguageIdentification.LanguageOf(_locale), text, before, feeling, marked ?? read?.Asks, isSure || (marked is not null && feeling is null) ? 1 : Guess);
        }
    }

    /// <summary>What workers said of replies, sent or withheld.</summary>
    public IEnumerable<MarkedReply> Replies() =>
        from mark in _marks
        where MarkedReply.IsOfReply(mark.Key.Code)
        let reply = _replied.GetValueOrDefault(mark.Key.Version) ?? _withheld.GetValueOrDefault(mark.Key)
        where reply is not null
        select new MarkedReply(reply, mark.Key.Code, mark.Value);

    private (Feeling? Feeling, bool IsSure) Felt(int version, Feeling? read)
    {
        Feeling? denied = null;
        foreach (var feeling in Enum.GetValues<Feeling>())
        {
            if (!_marks.TryGetValue((version, feeling.ToString().ToLowerInvariant()), out var isMissed))
                continue;
            if (isMissed)
                return (feeling, true);
            denied = feeling;
        }

        return (denied is not null && (read is null || read == denied) ? Feeling.Neutral : read, false);
    }

    private ReplyInContext Reply(string text, int answers)
    {
        var (question, before) = _written.GetValueOrDefault(answers, ("", []));
        return new ReplyInContext { Text = text, Question = question, Before = before, Facts = [.. _facts], Locale = _locale };
    }

    private static int Number(JsonElement data) => data.TryGetProperty("messageVersion", out var version) ? version.GetInt32() : 0;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
