namespace Baton.Audit;

/// <summary>What the audited side says about a finding.</summary>
/// <param name="Code">The finding's code; empty for the report as a whole.</param>
/// <param name="Subject">The finding's subject; empty for the report as a whole.</param>
/// <param name="Text">The words, unchanged.</param>
/// <param name="By">Who says it: name, and function or organisation.</param>
/// <param name="At">When.</param>
public sealed record SideReply(string Code, string Subject, string Text, string By, DateTimeOffset At)
{
    /// <summary>The lead who entered it for them; <see langword="null"/> when they wrote it themselves.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>Whether it is about this finding.</summary>
    public bool IsAbout(Finding finding) => Code == finding.Code && Subject == finding.Subject;
}

/// <summary>A link by which the audited side may reply. Only the hash of its secret is kept.</summary>
/// <param name="Hash">SHA-256 of the secret.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Until">Until when it works.</param>
public sealed record ReplyLink(string Hash, string MadeBy, DateTimeOffset MadeAt, DateTimeOffset Until);
