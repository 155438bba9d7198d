using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Audit;

/// <summary>Who audits: a true identity, told to the audited side.</summary>
/// <param name="Name">A person.</param>
/// <param name="Email">An address that a person reads.</param>
public sealed record Auditor(string Name, string Email)
{
    /// <summary>For whom.</summary>
    public string? Organisation { get; init; }

    /// <summary>A page that explains the audit and takes objections.</summary>
    public Uri? Page { get; init; }
}

/// <summary>Who is audited, and what binds them.</summary>
/// <param name="Organisation">The name.</param>
public sealed record Audited(string Organisation)
{
    /// <summary>Countries by ISO 3166 code where it is established.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Whether it is an intermediary service under the DSA; <see langword="null"/> when nobody said.</summary>
    public bool? Intermediary { get; init; }

    /// <summary>Whether it sells to consumers at a distance; <see langword="null"/> when nobody said.</summary>
    public bool? Consumers { get; init; }

    /// <summary>Whether it offers goods or services to people in the EU, when it is established outside; <see langword="null"/> when nobody said.</summary>
    public bool? OffersInUnion { get; init; }

    /// <summary>Whether Spain's Ley 10/2025 binds it; <see langword="null"/> when nobody said.</summary>
    public bool? SpanishServiceLaw { get; init; }
}

/// <summary>How much may be written.</summary>
public sealed record Budget
{
    /// <summary>Most messages to one route within 30 days. Default: 1.</summary>
    public int PerRoute { get; init; } = 1;

    /// <summary>Most messages in the whole engagement. Default: 20.</summary>
    public int Total { get; init; } = 20;
}

/// <summary>A legal basis entered by a named person.</summary>
/// <param name="Text">The basis.</param>
/// <param name="EnteredBy">Who entered it.</param>
/// <param name="EnteredOn">When.</param>
public sealed record LegalBasis(string Text, string EnteredBy, DateOnly EnteredOn);

/// <summary>On what authority something may be written.</summary>
/// <param name="SignedBy">The person who signed the scope.</param>
/// <param name="SignedOn">When.</param>
public sealed record SignedScope(string SignedBy, DateOnly SignedOn)
{
    /// <summary>Whether that person acts for the audited side; only then may a test pretend or plant a fault.</summary>
    public bool ByAudited { get; init; }

    /// <summary>The scope that was signed (<see cref="Engagement.ScopeHash"/>): another scope is not signed; <see langword="null"/> when the signature names none.</summary>
    public string? Scope { get; init; }

    /// <summary>The token that proves control of the target; <see langword="null"/> without one.</summary>
    public string? Token { get; init; }

    /// <summary>A legal basis instead of proof of control; <see langword="null"/> without one.</summary>
    public LegalBasis? LegalBasis { get; init; }
}

/// <summary>An engagement: who audits whom, from when to when, what may be touched and how much, on what authority. Read from a file, never changed.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Auditor">Who audits.</param>
/// <param name="Audited">Who is audited.</param>
/// <param name="From">First day, UTC, inclusive.</param>
/// <param name="To">Last day, UTC, inclusive.</param>
/// <param name="Hosts">Hosts that may be read.</param>
public sealed record Engagement(string Name, Auditor Auditor, Audited Audited, DateOnly From, DateOnly To, IReadOnlyList<string> Hosts)
{
    /// <summary>Why it is done.</summary>
    public string? Purpose { get; init; }

    /// <summary>Addresses that may be written to.</summary>
    public IReadOnlyList<string> Mailboxes { get; init; } = [];

    /// <summary>Forms that may be sent.</summary>
    public IReadOnlyList<Uri> Forms { get; init; } = [];

    /// <summary>Pages whose chat may be written to.</summary>
    public IReadOnlyList<Uri> Chats { get; init; } = [];

    /// <summary>Addresses, forms or hosts that are never written to.</summary>
    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>Seconds between two requests to one host. Default: 1.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>Where the Email Finder starts; <see langword="null"/> for https and the first host.</summary>
    public Uri? Site { get; init; }

    /// <summary>Days between two runs of the Email Finder on a schedule; <see langword="null"/> for none.</summary>
    public int? Every { get; init; }

    /// <summary>Most pages. Default: 300.</summary>
    public int Pages { get; init; } = 300;

    /// <summary>How much may be written.</summary>
    public Budget Budget { get; init; } = new();

    /// <summary>The mail that ends a probe.</summary>
    public string? Closing { get; init; }

    /// <summary>How the Reply Radar writes and reads; <see langword="null"/> when it is not used.</summary>
    public RadarScope? Radar { get; init; }

    /// <summary>On what authority something may be written; <see langword="null"/> when nothing may.</summary>
    public SignedScope? Authorisation { get; init; }

    /// <summary>What a signature stands for, as SHA-256 in hexadecimal: who audits whom, when, what may be touched and how much.</summary>
    public string ScopeHash()
    {
        static string List(IEnumerable<object> items) => string.Join(' ', items.Select(item => item.ToString()!.ToLowerInvariant()).Order(StringComparer.Ordinal));
        var text = string.Join('\n', Auditor.Name, Auditor.Email.ToLowerInvariant(), Audited.Organisation, From.ToString("O", CultureInfo.InvariantCulture), To.ToString("O", CultureInfo.InvariantCulture),
            List(Hosts), List(Mailboxes), List(Forms), List(Chats), List(Stop), Budget.PerRoute.ToString(CultureInfo.InvariantCulture), Budget.Total.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Where the Email Finder starts.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Uri Start => Site ?? new Uri($"https://{Hosts[0]}/");

    /// <summary>Whether a day lies within the engagement.</summary>
    public bool IsOn(DateOnly day) => From <= day && day <= To;
}
