namespace Baton.Web;

/// <summary>Configuration section <c>Web:Widget</c>.</summary>
public sealed class WidgetOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Web:Widget";

    /// <summary>
    /// A folder with further texts, one JSON file a language (<c>it.json</c>, <c>pt-BR.json</c>): one object of key and words.
    /// A file of the same name as one that ships with Baton replaces its words key by key. Read at start. Default: none.
    /// </summary>
    public string? TextsFolder { get; set; }
}
