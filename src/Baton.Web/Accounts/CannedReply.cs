namespace Baton.Web;

/// <summary>A reply that workers send often, kept for them to insert and change.</summary>
public sealed class CannedReply
{
    /// <summary>Its key.</summary>
    public int Id { get; set; }

    /// <summary>What a worker types to find it, e.g. <c>thanks</c>; unique together with the language, 1 to 40 characters.</summary>
    public required string Shortcut { get; set; }

    /// <summary>ISO 639-1 language of the text.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The text, at most 4,000 characters.</summary>
    public required string Text { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
