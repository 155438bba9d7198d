namespace Baton.Journal;

/// <summary>How far a rebuild of the projections has come.</summary>
/// <param name="Position">Read so far.</param>
/// <param name="Head">The last position when the rebuild began.</param>
public sealed record RebuildProgress(long Position, long Head);

/// <summary>
/// Makes the projections anew from the log. Safe while the desk works: the log is not touched, lists and search are
/// incomplete until it is done, and on PostgreSQL it may be another node that does the reading.
/// </summary>
public sealed class ProjectionRebuilder
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private readonly Projector _projector;
    private readonly IJournal _journal;
    private readonly IConversationIndex _index;
    private readonly TimeProvider _time;

    internal ProjectionRebuilder(Projector projector, IJournal journal, IConversationIndex index, TimeProvider time) =>
        (_projector, _journal, _index, _time) = (projector, journal, index, time);

    /// <summary>Drops the projections and reads the log from its beginning; completes when they have caught up with where it ended at the start.</summary>
    /// <param name="progress">Told after every batch; null for nobody.</param>
    /// <param name="cancellationToken">Stops; what is missing is read when a node next starts.</param>
    public async Task RebuildAsync(IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        var head = await _journal.GetHeadAsync(cancellationToken);
        await _projector.ResetAsync(cancellationToken);
        long position;
        do
        {
            if (await _projector.StepAsync(cancellationToken) is { } own)
            {
                position = own;
            }
            else
            {
                // Another node writes them; it noticed that they were dropped.
                position = await _index.GetPositionAsync(cancellationToken);
                if (position < head) await WaitAsync(position, cancellationToken);
            }

            progress?.Report(new(position, head));
        }
        while (position < head);
    }

    /// <summary>Until the other node got further, or for a while: it may be gone.</summary>
    private async Task WaitAsync(long position, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_index.WaitForAsync(position + 1, enough.Token), Task.Delay(LookAgain, _time, enough.Token));
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
