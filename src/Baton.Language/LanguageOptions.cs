namespace Baton.Language;

/// <summary>Settings of the room, section <c>Language</c>.</summary>
public sealed class LanguageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Language";

    /// <summary>
    /// Folder with models of your own, as <c>baton learn</c> writes them; a model it lacks is the shipped one. Read once, at start;
    /// a file that is damaged or of another version stops the start. Default: none, only the shipped models.
    /// </summary>
    public string? ModelsFolder { get; set; }
}
