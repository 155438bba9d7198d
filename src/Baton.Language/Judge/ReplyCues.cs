namespace Baton.Language;

/// <summary>The turns of phrase of replies, from the lists in <c>Judge/Lists</c>, of all languages together.</summary>
internal static class ReplyCues
{
    private static readonly CueMatcher _matcher = new(EmbeddedText.Languages.SelectMany(language => CueFile.Read(language, EmbeddedText.Lines($"Judge.Lists.reply.{language}.txt"))));

    /// <summary>The sections of the lists that are features, in their order.</summary>
    public static IReadOnlyList<string> Sections { get; } =
        ["sorry", "soothe", "vague", "promise", "receipt", "deflect", "way", "bot", "done", "no", "yes", "because", "official", "scold", "ask", "wants-person", "grave", "group", "when", "how-much", "where", "why", "who", "request"];

    public static List<CueHit> Find(MessageText message) => _matcher.Find(message);
}
