namespace Baton.Language;

/// <summary>The cues of what customers do with a message, in the languages that count for it.</summary>
internal sealed class CommandCues
{
    private static readonly CueMatcher _matcher = new(EmbeddedText.Languages.SelectMany(language => CueFile.Read(language, EmbeddedText.Lines($"Cues.commands.{language}.txt"))));

    private readonly List<CueHit> _hits;

    public CommandCues(MessageText message, IdentifiedLanguage language, string locale)
    {
        var home = LanguageIdentification.LanguageOf(locale);

        // A person is understood in every language; "no" and "si" mean different things in different ones.
        _hits = _matcher.Find(message, cue => cue.Name == CueNames.Person || cue.Language == language.Code || cue.Language == home
            || cue.Language == "zh" || (cue.Language == "en" && !language.IsShown));
    }

    public IReadOnlyList<CueHit> All => _hits;

    public bool Has(string name) => _hits.Exists(hit => hit.Name == name);

    /// <summary>The first hit of a section; null when there is none.</summary>
    public CueHit? First(string name)
    {
        foreach (var hit in _hits)
        {
            if (hit.Name == name)
                return hit;
        }

        return null;
    }

    /// <summary>True when a text, e.g. the agent's last reply, asks whether anything else is needed.</summary>
    public static bool OffersMore(string text) =>
        _matcher.Find(new MessageText(text), cue => cue.Name == CueNames.AnythingElse).Count > 0;
}
