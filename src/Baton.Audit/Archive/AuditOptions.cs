using System.Net;

namespace Baton.Audit;

/// <summary>Configuration section <c>Audit</c>: where audits are kept and who stands behind them.</summary>
public sealed class AuditOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Audit";

    /// <summary>
    /// The folder with all audits: runs (<c>&lt;host&gt;/&lt;date&gt;</c>), engagements (<c>engagements/*.yaml</c>), the ledger of what was written
    /// (<c>ledger</c>) and what audited sides said (<c>replies</c>). Default: <c>audits</c> in the working folder.
    /// </summary>
    public string Folder { get; set; } = "audits";

    /// <summary>True starts runs of the Email Finder that engagements ask for (<c>every</c>). Default: false; a lead starts them in the console.</summary>
    public bool RunsOnSchedule { get; set; }

    /// <summary>How long a link for the audited side's reply works. 1 day to 1 year. Default: 60 days.</summary>
    public TimeSpan ReplyLinkLifetime { get; set; } = TimeSpan.FromDays(60);

    /// <summary>Who audits, on the page that explains it to those who got a message. Default: none, and then there is no such page.</summary>
    public SenderOptions Sender { get; init; } = new();

    /// <summary>Addresses outside the public internet that runs started here may reach, for a site of your own. Default: none.</summary>
    public IList<string> AllowPrivate { get; init; } = [];

    /// <summary>The same as addresses.</summary>
    internal IReadOnlyCollection<IPAddress> AllowedPrivate => [.. AllowPrivate.Select(IPAddress.Parse)];
}

/// <summary>Configuration section <c>Audit:Sender</c>: a true identity, told to everybody who got a message.</summary>
public sealed class SenderOptions
{
    /// <summary>A person's name.</summary>
    public string? Name { get; set; }

    /// <summary>For whom.</summary>
    public string? Organisation { get; set; }

    /// <summary>An address that a person reads.</summary>
    public string? Email { get; set; }

    /// <summary>Why the audits are done, in the sender's own words.</summary>
    public string? Purpose { get; set; }

    /// <summary>Whether there is somebody to name.</summary>
    public bool IsGiven => !string.IsNullOrWhiteSpace(Name) && !string.IsNullOrWhiteSpace(Email);
}
