using System.Threading.Channels;

namespace Baton.Journal;

/// <summary>Something the one writer does in its next transaction.</summary>
internal abstract class WriteRequest
{
    /// <summary>Why it failed; null when it succeeded.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Answers whoever waits. Called once, after the commit succeeded or failed.</summary>
    public abstract void Complete();
}

/// <summary>
/// What waits for the next commit. Whoever comes while a commit is under way shares the next one; when several were answered
/// together, the next commit waits a millisecond for them to write again, instead of being made for the first of them.
/// </summary>
internal sealed class WriteQueue(int capacity, int batchSize)
{
    // About what a fast disk needs for a commit: more would be felt, less gathers nothing.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(1);

    private readonly Channel<WriteRequest> _channel = Channel.CreateBounded<WriteRequest>(
        new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Hands a request to the writer; waits while too many wait already.</summary>
    public async ValueTask AddAsync(WriteRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await _channel.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IJournal), "The log is closed.");
        }
    }

    /// <summary>Waits for work and takes all there is, up to the size of a batch; false when no more will come.</summary>
    public async ValueTask<bool> TakeAsync(List<WriteRequest> batch)
    {
        var together = batch.Count;
        batch.Clear();
        if (!await _channel.Reader.WaitToReadAsync()) return false;
        if (together > 1 && _channel.Reader.Count < together) await Task.Delay(Gathering, TimeProvider.System);
        while (batch.Count < batchSize && _channel.Reader.TryRead(out var request)) batch.Add(request);
        return true;
    }

    /// <summary>Takes no more; what waits is still done.</summary>
    public void Close() => _channel.Writer.TryComplete();
}
