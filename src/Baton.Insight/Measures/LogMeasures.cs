using Baton.Journal;

namespace Baton.Insight;

/// <summary>
/// The measures of the service, as a projection over the log that is kept in memory: the first look reads the log, later ones only what was
/// added. It keeps no words and no worker, so that nobody can be ranked by it.
/// </summary>
public sealed class LogMeasures(IJournal journal, TimeProvider time) : IDisposable
{
    /// <summary>The most weeks that can be looked at.</summary>
    public const int MostWeeks = 26;

    private const int Page = 2_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<ConversationId, MeasuredCase> _cases = [];
    private long _position;

    /// <summary>The measures of conversations opened in the last weeks, this one included.</summary>
    /// <param name="weeks">1 to <see cref="MostWeeks"/>.</param>
    /// <param name="team">Of one team; null for all.</param>
    /// <param name="withSimulated">Whether simulated customers count.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<ServiceMeasures> ReadAsync(int weeks, string? team, bool withSimulated, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weeks, MostWeeks);
        var now = time.GetUtcNow();
        var from = MeasureRows.MondayOf(now).AddDays(-7 * (weeks - 1));
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(now, cancellationToken);
            var cases = _cases.Values.Where(one => one.HasWritten && one.OpenedAt >= from && (withSimulated || !one.IsSimulated)).ToList();
            var teams = cases.Select(one => one.Team).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
            if (team is not null) cases.RemoveAll(one => !string.Equals(one.Team, team, StringComparison.OrdinalIgnoreCase));
            var rows = new MeasureRows(_cases.Values, now);
            return new(from, now, teams, rows.OfKinds(cases, week: null), rows.OfWeeks(cases));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task CatchUpAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = now.AddDays(-7 * (MostWeeks + 1));
        while (await journal.ReadAllAsync(_position, Page, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var logged in page)
            {
                if (logged.Event is ConversationOpened opened && logged.At >= oldest) _cases[logged.Conversation] = new(logged.At, opened.Team, opened.Customer, opened.IsSimulated);
                if (logged.Event is CustomerReturned returned && _cases.TryGetValue(returned.Earlier, out var earlier)) earlier.Return(logged.At);
                if (_cases.TryGetValue(logged.Conversation, out var one)) one.Add(logged.Event, logged.At);
            }

            _position = page[^1].Position;
        }

        foreach (var (id, _) in _cases.Where(one => one.Value.OpenedAt < oldest).ToList()) _cases.Remove(id);
    }
}
