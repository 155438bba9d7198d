namespace Baton.Desk;

/// <summary>A text in several languages; English is always there and stands in for the others.</summary>
internal sealed record LocalText(IReadOnlyDictionary<string, Template> Languages)
{
    public Template In(string language) => Languages.TryGetValue(language, out var text) ? text : Languages["en"];

    public IEnumerable<string> Sources => Languages.Values.Select(text => text.Source);
}
