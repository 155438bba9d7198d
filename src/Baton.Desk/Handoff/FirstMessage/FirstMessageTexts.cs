using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Desk;

/// <summary>The sentences of suggested first messages in one language; English where a language is missing.</summary>
internal sealed class FirstMessageTexts
{
    private static readonly FrozenDictionary<string, FirstMessageTexts> _languages = Load();

    private readonly Dictionary<string, string> _texts;

    private FirstMessageTexts(Dictionary<string, string> texts)
    {
        _texts = texts;
        Gaps = [.. texts.Values.Where(text => text.Contains('[', StringComparison.Ordinal)).Select(text => text[text.IndexOf('[', StringComparison.Ordinal)..(text.IndexOf(']', StringComparison.Ordinal) + 1)])];
    }

    /// <summary>All languages, by ISO 639-1.</summary>
    public static IReadOnlyCollection<string> Languages => _languages.Keys;

    /// <summary>Names of the sentences of this language.</summary>
    public IReadOnlyCollection<string> Names => _texts.Keys;

    /// <summary>What is left to fill in, with its brackets.</summary>
    public IReadOnlyList<string> Gaps { get; }

    public string this[string name] => _texts[name];

    public static FirstMessageTexts For(string locale) => _languages.TryGetValue(locale.Split('-')[0].ToLowerInvariant(), out var texts) ? texts : _languages["en"];

    private static FrozenDictionary<string, FirstMessageTexts> Load()
    {
        using var stream = typeof(FirstMessageTexts).Assembly.GetManifestResourceStream("Baton.Desk.FirstMessage.json")
            ?? throw new InvalidOperationException("The assembly has no FirstMessage.json.");
        return JsonSerializer.Deserialize(stream, FirstMessageJson.Default.DictionaryStringDictionaryStringString)!
            .ToFrozenDictionary(language => language.Key, language => new FirstMessageTexts(language.Value), StringComparer.Ordinal);
    }
}

[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
internal sealed partial class FirstMessageJson : JsonSerializerContext;
