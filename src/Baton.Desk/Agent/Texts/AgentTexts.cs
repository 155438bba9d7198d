using System.Globalization;
using System.Text.Json;

namespace Baton.Desk;

/// <summary>The agent's own sentences, by language, each in one or more wordings so that it need not say the same twice.</summary>
internal sealed class AgentTexts
{
    private const string Prefix = "agent-texts.";

    private readonly Dictionary<string, Dictionary<string, Template[]>> _languages = [];

    public AgentTexts()
    {
        var assembly = typeof(AgentTexts).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var texts = JsonSerializer.Deserialize(stream, AgentJson.Default.DictionaryStringStringArray)!;
            _languages[resource[Prefix.Length..^".json".Length]] = texts.ToDictionary(text => text.Key, text => text.Value.Select(Template.Parse).ToArray());
        }
    }

    public IEnumerable<string> Languages => _languages.Keys;

    /// <summary>The language to answer in: the message's, else the customer's, else English.</summary>
    public string Choose(string message, string locale)
    {
        if (_languages.ContainsKey(message)) return message;
        var own = locale.Split('-')[0].ToLowerInvariant();
        return _languages.ContainsKey(own) ? own : "en";
    }

    /// <summary>A sentence in its first wording that was not said before; in the first one when all were.</summary>
    public string Say(string language, string key, IReadOnlyDictionary<string, object?> values, Func<string, bool> wasSaid)
    {
        var wordings = Wordings(language, key).Select(wording => wording.Render(values, CultureInfo.GetCultureInfo(language))).ToList();
        return wordings.Find(wording => !wasSaid(wording)) ?? wordings[0];
    }

    /// <summary>True when a text is this label in any language: what a tapped choice sends.</summary>
    public bool IsLabel(string text, string key) =>
        _languages.Keys.SelectMany(language => Wordings(language, key)).Any(label => string.Equals(label.Source, text.Trim(), StringComparison.OrdinalIgnoreCase));

    public Template[] Wordings(string language, string key) =>
        _languages[language].TryGetValue(key, out var found) ? found : _languages["en"][key];
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string[]>))]
internal sealed partial class AgentJson : System.Text.Json.Serialization.JsonSerializerContext;
