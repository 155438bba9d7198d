namespace Baton.Audit;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>A program works on it now.</summary>
    Running,

    /// <summary>It stopped before its report; the same command goes on with it.</summary>
    Interrupted,

    /// <summary>Its report is there.</summary>
    Finished,
}

/// <summary>One run as its folder shows it.</summary>
/// <param name="Id">The folder's place below the archive, with slashes.</param>
/// <param name="Folder">The folder.</param>
/// <param name="Head">What was asked for.</param>
/// <param name="State">Where it stands.</param>
public sealed record AuditRun(string Id, DirectoryInfo Folder, RunHead Head, RunState State)
{
    /// <summary>How far a run that is not finished has come; <see langword="null"/> when it says nothing.</summary>
    public RunProgress? Progress { get; init; }

    /// <summary>The report; <see langword="null"/> without one.</summary>
    public AuditReport? Report { get; init; }

    /// <summary>Why there is no report; <see langword="null"/> when nothing is known.</summary>
    public string? Problem { get; init; }
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Pages, messages or whatever the tool counts.</param>
/// <param name="Waiting">Those it knows of and has not done.</param>
/// <param name="At">When it said so.</param>
public sealed record RunProgress(int Done, int Waiting, DateTimeOffset At);
