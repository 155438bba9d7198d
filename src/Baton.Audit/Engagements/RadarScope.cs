using System.Text.Json.Serialization;

namespace Baton.Audit;

/// <summary>How the Reply Radar writes, reads and waits, as an engagement says it.</summary>
/// <param name="From">The auditor's address (keys of probes follow a plus), or only <c>@sub.domain</c> where every address is read.</param>
/// <param name="Smtp">The server that mails are handed to.</param>
/// <param name="Imap">The mailbox that replies come to.</param>
/// <param name="Controls">The auditor's own mailboxes that get a twin of every enquiry; at least one.</param>
public sealed record RadarScope(string From, MailServerScope Smtp, MailServerScope Imap, IReadOnlyList<ControlMailbox> Controls)
{
    /// <summary>Folders to read. Default: INBOX.</summary>
    public IReadOnlyList<string> Folders { get; init; } = ["INBOX"];

    /// <summary>Languages of enquiries. Default: English.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>Names of the enquiries that are asked; empty for all.</summary>
    public IReadOnlyList<string> Enquiries { get; init; } = [];

    /// <summary>Enquiries of the auditor's own; empty for those that come with Baton.</summary>
    public IReadOnlyList<Enquiry> Own { get; init; } = [];

    /// <summary>The same seed gives the same plan. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Enquiries to one address, each after the one before has ended. Default: 1.</summary>
    public int ProbesPerRoute { get; init; } = 1;

    /// <summary>Over how many days enquiries are sent. Default: 7.</summary>
    public int SendDays { get; init; } = 7;

    /// <summary>How many days a probe is watched after it was sent. Default: 14.</summary>
    public int WaitDays { get; init; } = 14;

    /// <summary>After how many days without a reply the one reminder is sent; 0 for none. Default: 7.</summary>
    public double FollowUpDays { get; init; } = 7;

    /// <summary>How many hours a twin may take to arrive. Default: 24.</summary>
    public double TwinHours { get; init; } = 24;

    /// <summary>Letters of one probe after which it is taken for a loop. Default: 12.</summary>
    public int MostLetters { get; init; } = 12;

    /// <summary>When the audited organisation works; <see langword="null"/> when nobody said.</summary>
    public WorkingHours? WorkingHours { get; init; }
}

/// <summary>A mailbox of the auditor that gets a twin of every enquiry.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Imap">Where it is read.</param>
public sealed record ControlMailbox(string Address, MailServerScope Imap)
{
    /// <summary>Where its provider puts spam; <see langword="null"/> when that is not looked at.</summary>
    public string? SpamFolder { get; init; }
}

/// <summary>How a protected connection begins.</summary>
[JsonConverter(typeof(WordConverter<ServerSecurity>))]
public enum ServerSecurity
{
    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>TLS after a greeting in the clear; without it nothing is sent.</summary>
    StartTls,

    /// <summary>None.</summary>
    None,
}

/// <summary>A mail server. The password is never in the file.</summary>
/// <param name="Host">Its name or address.</param>
public sealed record MailServerScope(string Host)
{
    /// <summary>Its port; 0 for the usual one.</summary>
    public int Port { get; init; }

    /// <summary>How the connection is protected. Default: TLS.</summary>
    public ServerSecurity Security { get; init; }

    /// <summary>Whom to sign in as; <see langword="null"/> for nobody.</summary>
    public string? User { get; init; }

    /// <summary>The environment variable that holds the password.</summary>
    public string? PasswordFrom { get; init; }

    /// <summary>SHA-256 of a certificate that no authority vouches for.</summary>
    public string? TrustedCertificate { get; init; }
}

/// <summary>When an organisation works, by its own clock.</summary>
/// <param name="Zone">IANA, e.g. <c>Europe/Berlin</c>.</param>
public sealed record WorkingHours(string Zone)
{
    /// <summary>Days of the week, as <c>mon</c> to <c>sun</c>. Default: Monday to Friday.</summary>
    public IReadOnlyList<string> Days { get; init; } = ["mon", "tue", "wed", "thu", "fri"];

    /// <summary>When it opens, e.g. <c>09:00</c>.</summary>
    public string Opens { get; init; } = "09:00";

    /// <summary>When it closes, later on the same day, e.g. <c>17:00</c>.</summary>
    public string Closes { get; init; } = "17:00";

    /// <summary>Days on which nobody works.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];
}
