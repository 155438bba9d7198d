using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>How a fetch ended.</summary>
[JsonConverter(typeof(WordConverter<FetchOutcome>))]
public enum FetchOutcome
{
    /// <summary>An answer came, whatever its status.</summary>
    Answered,

    /// <summary>robots.txt asks not to.</summary>
    Disallowed,

    /// <summary>The address is not on the public internet.</summary>
    PrivateAddress,

    /// <summary>No connection or no answer.</summary>
    Unreachable,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>More redirects than are followed, or in a circle.</summary>
    RedirectLoop,

    /// <summary>A redirect led out of the site.</summary>
    LeftSite,

    /// <summary>Not something that is read, e.g. a video.</summary>
    OtherContent,
}

/// <summary>What came back for one address.</summary>
/// <param name="Asked">The address asked for.</param>
/// <param name="Url">Where it ended after redirects.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="At">When the answer came.</param>
public sealed record FetchedPage(Uri Asked, Uri Url, FetchOutcome Outcome, DateTimeOffset At)
{
    /// <summary>HTTP status; 0 without an answer.</summary>
    public int Status { get; init; }

    /// <summary>Media type in small letters, without parameters; empty when unknown.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The charset of the Content-Type header, if any.</summary>
    public string? Charset { get; init; }

    /// <summary>The body, unpacked.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body was longer than is read.</summary>
    public bool IsCut { get; init; }

    /// <summary>What went wrong, in words; <see langword="null"/> when nothing did.</summary>
    public string? Problem { get; init; }

    /// <summary>Addresses passed on the way.</summary>
    public IReadOnlyList<Uri> Redirects { get; init; } = [];

    /// <summary>The X-Robots-Tag headers.</summary>
    public IReadOnlyList<string> RobotsTags { get; init; } = [];

    /// <summary>How long the answer took, all of it.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Whether there is a page to read.</summary>
    public bool IsPage => Outcome == FetchOutcome.Answered && Status is >= 200 and < 300;
}
