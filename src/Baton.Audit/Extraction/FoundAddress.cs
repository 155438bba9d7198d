using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>How an address was published: what a reader had to undo to see it.</summary>
[JsonConverter(typeof(WordConverter<Publication>))]
public enum Publication
{
    /// <summary>A link that opens the mail program (RFC 6068).</summary>
    MailtoLink,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Text whose characters are written as HTML entities.</summary>
    Entities,

    /// <summary>Text cut into pieces by elements, comments or invisible characters.</summary>
    SplitText,

    /// <summary>Text stored backwards and turned round for the eye by a style or a direction mark.</summary>
    ReversedText,

    /// <summary>Words or signs instead of the at sign or the dots, e.g. <c>info [at] firma (punkt) de</c>.</summary>
    Spelled,

    /// <summary>Full-width or other compatibility characters, usual in East Asia.</summary>
    FullWidth,

    /// <summary>Text that a style sheet adds.</summary>
    Style,

    /// <summary>Written by a script.</summary>
    Script,

    /// <summary>Hidden by the e-mail protection of Cloudflare.</summary>
    Cloudflare,

    /// <summary>Shifted letters: ROT13 and the like.</summary>
    Shifted,

    /// <summary>Base64 or hexadecimal.</summary>
    Encoded,

    /// <summary>Parts in attributes of an element, put together by a script.</summary>
    Attributes,

    /// <summary>Text for those who do not see a picture: alternative text, title or label.</summary>
    AlternativeText,

    /// <summary>JSON-LD, microdata, RDFa or microformats, read by machines.</summary>
    StructuredData,

    /// <summary>Elements of the head: meta and link.</summary>
    Metadata,

    /// <summary>Settings or state that the page's script reads.</summary>
    PageState,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A vCard.</summary>
    VCard,

    /// <summary>A text file, such as security.txt.</summary>
    TextFile,
}

/// <summary>Who gets to see what was published; <see langword="null"/> where that cannot be told from the page alone.</summary>
/// <param name="WithoutScripts">A person whose browser runs no scripts.</param>
/// <param name="WithScripts">A person with an ordinary browser.</param>
/// <param name="ToScreenReader">A person who has the page read aloud by an ordinary browser.</param>
public sealed record Exposure(bool? WithoutScripts, bool? WithScripts, bool? ToScreenReader)
{
    /// <summary>Seen by everybody.</summary>
    public static Exposure Everybody { get; } = new(true, true, true);

    /// <summary>Seen by nobody as the page stands; a script may show it later.</summary>
    public static Exposure Hidden { get; } = new(false, null, null);

    /// <summary>Needs scripts.</summary>
    public static Exposure Scripts { get; } = new(false, true, true);

    /// <summary>For machines only.</summary>
    public static Exposure Machines { get; } = new(false, false, false);
}

/// <summary>One place where an address is published.</summary>
/// <param name="Address">As a mail program takes it: local part as published, domain in small letters.</param>
/// <param name="How">How it is written there.</param>
/// <param name="Where">The element as a path of a style sheet's kind, or the page of a document.</param>
/// <param name="Snippet">What is written there, at most 160 characters.</param>
/// <param name="Exposure">Who sees it.</param>
public sealed record FoundAddress(string Address, Publication How, string Where, string Snippet, Exposure Exposure)
{
    /// <summary>Why this is not an address to write to, e.g. left over from a template; <see langword="null"/> for a real one.</summary>
    public string? Residue { get; init; }
}

/// <summary>A picture that seems to show an address; what it says is not read.</summary>
/// <param name="Source">The picture's address.</param>
/// <param name="Where">The element.</param>
/// <param name="Why">What makes it seem so.</param>
public sealed record AddressImage(string Source, string Where, string Why);

/// <summary>What one document publishes.</summary>
/// <param name="Addresses">Every place of every address, in the document's order within each way of publishing.</param>
/// <param name="Images">Pictures that seem to show an address.</param>
public sealed record Extraction(IReadOnlyList<FoundAddress> Addresses, IReadOnlyList<AddressImage> Images)
{
    /// <summary>Whether all of the document was read: <see langword="false"/> when something in it took too long.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>A document that publishes nothing.</summary>
    public static Extraction Nothing { get; } = new([], []);
}
