namespace Baton.Journal;

/// <summary>How far the projections have read, for those who wait for it in this process.</summary>
internal sealed class ProjectionPosition
{
    private TaskCompletionSource _doubt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Watermark Mark { get; } = new();

    /// <summary>Completes when somebody may have set the projections back since this was asked for.</summary>
    public Task Doubted => Volatile.Read(ref _doubt).Task;

    /// <summary>The projections begin anew.</summary>
    public void Restart()
    {
        Mark.Reset();
        Doubt();
    }

    /// <summary>Where they stand is not what was thought: whoever writes them must look.</summary>
    public void Doubt() =>
        Interlocked.Exchange(ref _doubt, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
