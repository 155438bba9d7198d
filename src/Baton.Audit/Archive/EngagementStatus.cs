namespace Baton.Audit;

/// <summary>An engagement's file and where it stands.</summary>
/// <param name="File">The file's name.</param>
public sealed record EngagementStatus(string File)
{
    /// <summary>What it says; <see langword="null"/> when it has mistakes.</summary>
    public Engagement? Engagement { get; init; }

    /// <summary>Mistakes, one line each.</summary>
    public IReadOnlyList<string> Mistakes { get; init; } = [];

    /// <summary>Messages written in it so far.</summary>
    public int Written { get; init; }

    /// <summary>Whether today lies within it.</summary>
    public bool IsOn { get; init; }

    /// <summary>Whether a run of the last two days stopped before its report; the next one goes on with it.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>When the Email Finder ran last in it; <see langword="null"/> when never.</summary>
    public DateTimeOffset? LastRun { get; init; }

    /// <summary>When it is due next; <see langword="null"/> without a schedule, or when the engagement will be over.</summary>
    public DateTimeOffset? NextRun { get; init; }
}
