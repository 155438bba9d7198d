using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>What a page is for, as its address, title and the links to it say.</summary>
[JsonConverter(typeof(WordConverter<PageKind>))]
public enum PageKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>The page the audit starts from.</summary>
    Home,

    /// <summary>How to get in touch.</summary>
    Contact,

    /// <summary>Who is responsible: imprint, legal notice.</summary>
    Imprint,

    /// <summary>How personal data are handled.</summary>
    Privacy,

    /// <summary>Terms of business or use.</summary>
    Terms,

    /// <summary>Accessibility statement.</summary>
    Accessibility,

    /// <summary>How to complain.</summary>
    Complaints,

    /// <summary>For the press.</summary>
    Press,

    /// <summary>Help, questions and answers, service.</summary>
    Help,

    /// <summary>About the organisation.</summary>
    About,

    /// <summary>Jobs.</summary>
    Careers,

    /// <summary>A sign-in.</summary>
    SignIn,
}

/// <summary>A link of a page.</summary>
/// <param name="Url">Where it leads, without fragment.</param>
/// <param name="Text">Its words, or those for somebody who does not see it.</param>
public sealed record PageLink(Uri Url, string Text);

/// <summary>A form that asks for a message.</summary>
/// <param name="Action">Where it sends to.</param>
/// <param name="Method">get or post.</param>
/// <param name="Where">The element.</param>
public sealed record PageForm(Uri Action, string Method, string Where)
{
    /// <summary>Names or labels of fields that must be filled in.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Whether a riddle must be solved first.</summary>
    public bool HasCaptcha { get; init; }

    /// <summary>The longest message in characters; <see langword="null"/> without a limit.</summary>
    public int? LongestMessage { get; init; }

    /// <summary>Whether a telephone number must be given.</summary>
    public bool NeedsPhone { get; init; }

    /// <summary>Whether a customer or account number must be given.</summary>
    public bool NeedsAccount { get; init; }

    /// <summary>Whether the sender can ask for a copy.</summary>
    public bool OffersCopy { get; init; }
}

/// <summary>A way to an organisation that is not an address: telephone, chat, profile, messenger, postal address.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Target">Number in international form, link, vendor or address.</param>
/// <param name="Snippet">What the page says.</param>
/// <param name="Where">The element.</param>
public sealed record PageContact(RouteKind Kind, string Target, string Snippet, string Where);

/// <summary>Everything the audit keeps of one page.</summary>
/// <param name="Url">Its address after redirects.</param>
/// <param name="Asked">The address asked for.</param>
/// <param name="Outcome">How the fetch ended.</param>
/// <param name="At">When.</param>
public sealed record PageFacts(Uri Url, Uri Asked, FetchOutcome Outcome, DateTimeOffset At)
{
    /// <summary>HTTP status; 0 without an answer.</summary>
    public int Status { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Problem { get; init; }

    /// <summary>SHA-256 of the raw copy in the run's folder, in hexadecimal; <see langword="null"/> without one.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Media type.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Language as the page or its text says, ISO 639-1; empty when unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>What the page is for.</summary>
    public PageKind Kind { get; init; }

    /// <summary>Links, each target once.</summary>
    public IReadOnlyList<PageLink> Links { get; init; } = [];

    /// <summary>Addresses.</summary>
    public IReadOnlyList<FoundAddress> Addresses { get; init; } = [];

    /// <summary>Pictures that seem to show an address.</summary>
    public IReadOnlyList<AddressImage> Images { get; init; } = [];

    /// <summary>Forms that ask for a message.</summary>
    public IReadOnlyList<PageForm> Forms { get; init; } = [];

    /// <summary>Telephone numbers, chats, profiles, postal addresses.</summary>
    public IReadOnlyList<PageContact> Contacts { get; init; } = [];

    /// <summary>Links to mail whose words name another address.</summary>
    public IReadOnlyList<UnlikeLink> UnlikeLinks { get; init; } = [];

    /// <summary>Whether the page says little without scripts.</summary>
    public bool NeedsScripts { get; init; }

    /// <summary>Whether a browser rendered it.</summary>
    public bool IsRendered { get; init; }

    /// <summary>Whether it asks for a password.</summary>
    public bool AsksForPassword { get; init; }

    /// <summary>A notice that forbids collecting addresses, quoted.</summary>
    public string? HarvestingNotice { get; init; }

    /// <summary>A privacy page's words on a data protection officer, quoted; <see langword="null"/> without any.</summary>
    public string? DpoMention { get; init; }

    /// <summary>A privacy page's words on a representative in the Union, quoted; <see langword="null"/> without any.</summary>
    public string? RepresentativeMention { get; init; }

    /// <summary>Words on a page with a chat that a machine answers there, quoted; <see langword="null"/> without any.</summary>
    public string? MachineMention { get; init; }

    /// <summary>The newest year of a copyright notice.</summary>
    public int? CopyrightYear { get; init; }

    /// <summary>The file security.txt, where the page is that file.</summary>
    public SecurityTxt? SecurityTxt { get; init; }

    /// <summary>Whether all of it was read.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Fewest clicks from home; <see langword="null"/> when no link leads there. Filled in after the crawl.</summary>
    public int? Clicks { get; init; }

    /// <summary>Whether it is a page with content.</summary>
    [JsonIgnore]
    public bool IsPage => Outcome == FetchOutcome.Answered && Status is >= 200 and < 300;
}

/// <summary>A link to mail whose words name another address.</summary>
/// <param name="Link">The address it opens.</param>
/// <param name="Text">The address it shows.</param>
/// <param name="Where">The element.</param>
public sealed record UnlikeLink(string Link, string Text, string Where);
