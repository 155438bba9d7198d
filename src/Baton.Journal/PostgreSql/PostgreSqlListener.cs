using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Baton.Journal;

/// <summary>
/// Hears from the database what other processes commit. Notifications wake those who wait; looking every few seconds makes
/// sure that nothing depends on them.
/// </summary>
internal sealed class PostgreSqlListener(PostgreSqlSource source, ProjectionPosition projections, TimeProvider time, ILogger<PostgreSqlListener> logger) : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private Task? _running;

    /// <summary>How far the log has grown, as far as this process knows.</summary>
    public Watermark Log { get; } = new();

    /// <summary>Begins to listen, once.</summary>
    public void Start()
    {
        lock (_lock) _running ??= Task.Run(RunAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        if (_running is not null) await _running;
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task RunAsync()
    {
        for (var failures = 0; !_stop.IsCancellationRequested; failures++)
        {
            try
            {
                await ListenAsync(() => failures = 0);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                JournalLog.ListenerLost(logger, LookAgain.TotalSeconds, e);
                // At once the first time: most often only the connection was lost.
                if (failures > 0) await Task.Delay(LookAgain, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(Action connected)
    {
        await using var connection = await source.OpenSessionAsync(_stop.Token);
        connection.Notification += (_, e) => Hear(e.Channel, e.Payload);
        await connection.ExecuteAsync($"LISTEN {PostgreSqlTables.LogChannel}; LISTEN {PostgreSqlTables.ProjectionsChannel}", _stop.Token);
        connected();
        while (true)
        {
            await LookAsync(connection);
            while (await connection.WaitAsync(LookAgain, _stop.Token)) { }
        }
    }

    private async Task LookAsync(NpgsqlConnection connection)
    {
        Log.Advance(await connection.ReadNumberAsync("SELECT position FROM baton.log_head", _stop.Token));
        var projected = await connection.ReadNumberAsync("SELECT position FROM baton.projection", _stop.Token);
        if (projected < projections.Mark.Position) projections.Doubt(); // set back while nobody listened, or just behind
        projections.Mark.Advance(projected);
    }

    private void Hear(string channel, string payload)
    {
        if (!long.TryParse(payload, NumberStyles.None, CultureInfo.InvariantCulture, out var position)) return;
        if (channel == PostgreSqlTables.LogChannel) Log.Advance(position);
        else if (position == 0) projections.Restart(); // they are being rebuilt
        else projections.Mark.Advance(position);
    }
}
