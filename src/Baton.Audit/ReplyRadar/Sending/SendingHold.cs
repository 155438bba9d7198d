namespace Baton.Audit;

/// <summary>
/// What keeps a running Reply Radar from sending though something is due: somebody stopped all writing, or the engagement's file cannot be
/// read. Nothing is lost by it: what is due waits, replies are read on.
/// </summary>
/// <param name="engagement">The engagement as the run began.</param>
/// <param name="options">Its file and the ledger.</param>
/// <param name="gate">Learns of everybody who was put on the stop list since.</param>
/// <param name="time">The clock.</param>
internal sealed class SendingHold(Engagement engagement, RadarOptions options, AuthorisationGate gate, TimeProvider time)
{
    private (DateTime Written, string? Wrong) _file;

    /// <summary>How often it is looked whether sending may go on, by the machine's clock.</summary>
    public static TimeSpan Look { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Why nothing may be sent now; <see langword="null"/> when the gate may be asked. After the engagement's last day the gate gives the answer.</summary>
    public async Task<string?> WhyAsync(CancellationToken cancellationToken)
    {
        if (!engagement.IsOn(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))) return null;
        if (options.Ledger.Stopped is { } stopped) return $"All writing is stopped: {stopped}";
        return await FileAsync(cancellationToken);
    }

    /// <summary>A token that is cancelled within a second of a stop; for what takes long, such as a server that puts a mail off.</summary>
    public StopSignal Watch() => new(options.Ledger);

    private async Task<string?> FileAsync(CancellationToken cancellationToken)
    {
        if (options.Engagement is not { } file) return null;
        file.Refresh();
        if (!file.Exists) return $"The engagement's file is gone: {file.FullName}";
        if (file.LastWriteTimeUtc == _file.Written) return _file.Wrong;
        var written = file.LastWriteTimeUtc;
        try
        {
            gate.AlsoStopped = (await EngagementFile.ReadAsync(file, cancellationToken)).Stop;
            _file = (written, null);
        }
        catch (EngagementInvalidException wrong)
        {
            _file = (written, $"The engagement's file has mistakes: {string.Join(' ', wrong.Mistakes)}");
        }
        return _file.Wrong;
    }
}

/// <summary>Looks every second whether all writing was stopped.</summary>
internal sealed class StopSignal : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly ITimer _look;

    public StopSignal(WriteLedger ledger) =>
        _look = TimeProvider.System.CreateTimer(_ => Tell(ledger), null, SendingHold.Look, SendingHold.Look);

    public CancellationToken Token => _stopped.Token;

    public async ValueTask DisposeAsync()
    {
        await _look.DisposeAsync();
        _stopped.Dispose();
    }

    private void Tell(WriteLedger ledger)
    {
        if (ledger.IsStopped) _stopped.Cancel();
    }
}
