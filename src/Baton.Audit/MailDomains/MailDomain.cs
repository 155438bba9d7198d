using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>Whether a domain takes mail, as DNS says.</summary>
[JsonConverter(typeof(WordConverter<MailIntake>))]
public enum MailIntake
{
    /// <summary>It names mail servers that exist.</summary>
    MailServers,

    /// <summary>It names none, and mail goes to its own address (RFC 5321, 5.1).</summary>
    Implicit,

    /// <summary>It says that it takes no mail (RFC 7505).</summary>
    NullMx,

    /// <summary>None of the mail servers it names has an address.</summary>
    DeadServers,

    /// <summary>It has neither mail servers nor an address.</summary>
    Nothing,

    /// <summary>It does not exist.</summary>
    NoDomain,

    /// <summary>DNS did not answer.</summary>
    Unknown,
}

/// <summary>What DNS says about mail to and from a domain. Nothing was sent.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Intake">Whether it takes mail.</param>
/// <param name="At">When it was asked.</param>
public sealed record MailDomain(string Domain, MailIntake Intake, DateTimeOffset At)
{
    /// <summary>Mail servers, preferred first.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>SPF records (RFC 7208); more than one is a mistake; <see langword="null"/> when DNS did not answer.</summary>
    public IReadOnlyList<string>? Spf { get; init; }

    /// <summary>The DMARC record (RFC 9989) and the domain it stands at; empty when there is none; <see langword="null"/> when DNS did not answer.</summary>
    public string? Dmarc { get; init; }

    /// <summary>What DMARC asks for: none, quarantine or reject.</summary>
    public string? DmarcPolicy { get; init; }

    /// <summary>The MTA-STS record (RFC 8461); empty when there is none; <see langword="null"/> when DNS did not answer.</summary>
    public string? MtaSts { get; init; }

    /// <summary>What its servers said before any mail; <see langword="null"/> when they were not asked.</summary>
    public IReadOnlyList<MailServerCheck>? Checks { get; init; }

    /// <summary>The MTA-STS policy; <see langword="null"/> without a record, or when it was not fetched.</summary>
    public MtaStsPolicy? StsPolicy { get; init; }

    /// <summary>What went wrong when asking.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether mail to an address there can arrive at all.</summary>
    [JsonIgnore]
    public Reachability Reach => Intake switch
    {
        MailIntake.MailServers or MailIntake.Implicit => Reachability.Open,
        MailIntake.Unknown => Reachability.Unknown,
        _ => Reachability.Closed,
    };

    /// <summary>The same in words.</summary>
    [JsonIgnore]
    public string Why => Intake switch
    {
        MailIntake.MailServers => $"{Domain} names mail servers ({string.Join(", ", Servers.Take(3))}). Whether this mailbox exists shows only by writing to it.",
        MailIntake.Implicit => $"{Domain} names no mail servers and takes mail at its own address. Whether this mailbox exists shows only by writing to it.",
        MailIntake.NullMx => $"{Domain} states that it takes no mail (null MX, RFC 7505).",
        MailIntake.DeadServers => $"None of the mail servers that {Domain} names ({string.Join(", ", Servers.Take(3))}) has an address.",
        MailIntake.Nothing => $"{Domain} has neither a mail server nor an address.",
        MailIntake.NoDomain => $"{Domain} does not exist.",
        _ => $"DNS gave no answer for {Domain}: {Problem}",
    };
}
