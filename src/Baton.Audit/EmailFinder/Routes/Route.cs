using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>The kind of a route.</summary>
[JsonConverter(typeof(WordConverter<RouteKind>))]
public enum RouteKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A form that asks for a message.</summary>
    Form,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A chat on the page.</summary>
    Chat,

    /// <summary>A messenger.</summary>
    Messenger,

    /// <summary>A profile in a social network.</summary>
    Social,

    /// <summary>A postal address.</summary>
    Post,

    /// <summary>The file security.txt (RFC 9116).</summary>
    SecurityTxt,
}

/// <summary>What a route is for.</summary>
[JsonConverter(typeof(WordConverter<RoutePurpose>))]
public enum RoutePurpose
{
    /// <summary>Anything.</summary>
    General,

    /// <summary>Help for customers.</summary>
    Support,

    /// <summary>Sales and orders.</summary>
    Sales,

    /// <summary>Invoices and payments.</summary>
    Billing,

    /// <summary>Complaints.</summary>
    Complaints,

    /// <summary>Data protection.</summary>
    Privacy,

    /// <summary>The press.</summary>
    Press,

    /// <summary>Security reports.</summary>
    Security,

    /// <summary>Abuse reports.</summary>
    Abuse,

    /// <summary>Accessibility.</summary>
    Accessibility,

    /// <summary>Authorities.</summary>
    Authority,

    /// <summary>Legal matters.</summary>
    Legal,

    /// <summary>Jobs.</summary>
    Jobs,

    /// <summary>Technical operation.</summary>
    Technical,

    /// <summary>One person.</summary>
    Person,

    /// <summary>Nobody reads it.</summary>
    NoReply,
}

/// <summary>Whether a route can be used, as far as it shows without using it.</summary>
[JsonConverter(typeof(WordConverter<Reachability>))]
public enum Reachability
{
    /// <summary>Nothing speaks against it; only using it proves it.</summary>
    Open,

    /// <summary>It cannot work.</summary>
    Closed,

    /// <summary>It could not be told.</summary>
    Unknown,
}

/// <summary>One place where a route is advertised.</summary>
/// <param name="Page">The page.</param>
/// <param name="Kind">What the page is for.</param>
/// <param name="Where">The element.</param>
/// <param name="Snippet">What is written there.</param>
/// <param name="At">When it was seen.</param>
/// <param name="Sha256">The raw copy.</param>
public sealed record Appearance(Uri Page, PageKind Kind, string Where, string Snippet, DateTimeOffset At, string? Sha256)
{
    /// <summary>How an address is written there.</summary>
    public Publication? How { get; init; }

    /// <summary>Who sees it there.</summary>
    public Exposure? Exposure { get; init; }
}

/// <summary>One way a person could reach the organisation.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Target">Address, number, link or vendor.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Appearances">Where it is advertised, nearest to home first.</param>
public sealed record Route(RouteKind Kind, string Target, RoutePurpose Purpose, IReadOnlyList<Appearance> Appearances)
{
    /// <summary>Language of the pages that advertise it, ISO 639-1.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Fewest clicks from home to it; <see langword="null"/> when no link leads there.</summary>
    public int? Clicks { get; init; }

    /// <summary>Who sees it anywhere: the best of its appearances.</summary>
    public Exposure Exposure { get; init; } = Exposure.Everybody;

    /// <summary>Whether it can be used.</summary>
    public Reachability Reach { get; init; } = Reachability.Unknown;

    /// <summary>What the mail server said when it was asked for the name; <see langword="null"/> when it was not asked.</summary>
    public MailboxAnswer? Probe { get; init; }

    /// <summary>Why it is said to be open, closed or unknown.</summary>
    public string Why { get; init; } = "";
}
