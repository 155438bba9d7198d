namespace Baton.Web;

/// <summary>Looks again at the folders of audits: often while something runs, now and then otherwise.</summary>
internal sealed class AuditRefresh(TimeProvider time, Func<Task<bool>> look) : IAsyncDisposable
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _closing = new();
    private Task _work = Task.CompletedTask;

    /// <summary>Starts looking; what is looked with says whether something runs.</summary>
    public void Start(bool isBusy) => _work = LookAsync(isBusy);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _work;
        _closing.Dispose();
    }

    private async Task LookAsync(bool isBusy)
    {
        try
        {
            while (true)
            {
                await Task.Delay(isBusy ? Busy : Idle, time, _closing.Token);
                isBusy = await look();
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            return;
        }
    }
}
