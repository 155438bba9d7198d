using Baton.Desk;
using Baton.Journal;

namespace Baton.Web.Tests;

/// <summary>Rows of a wall, made by saying only what matters.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly WorkerId Wanda = new("wanda");

    public static ConversationSummary Row(int number, Holder holder = Holder.Agent) => new()
    {
        Id = new(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
        Version = 1,
        Customer = new($"c{number}", $"Customer {number}", null),
        Channel = "web",
        Holder = holder,
        OpenedAt = Noon,
        LastEventAt = Noon,
        IsEmpty = false,
        Snippet = $"Words {number}",
    };

    public static ConversationSummary Promised(this ConversationSummary row, int minutes) => row with { PromisedBy = Noon.AddMinutes(minutes), EscalatedAt = Noon };

    public static ConversationSummary AtRisk(this ConversationSummary row, RiskLevel level, double risk) => row with { Level = level, EmotionalRisk = risk };

    public static ConversationSummary Waiting(this ConversationSummary row, int minutes) => row with { WaitingSince = Noon.AddMinutes(-minutes) };

    public static ConversationSummary Next(this ConversationSummary row) => row with { Version = row.Version + 1 };
}

/// <summary>A wall in memory.</summary>
internal sealed class FakeWall : IWall
{
    private readonly Dictionary<ConversationId, ConversationSummary> _rows = [];
    private readonly List<Action<IReadOnlyList<WallChange>>> _watchers = [];

    public FakeWall(params IEnumerable<ConversationSummary> rows)
    {
        foreach (var row in rows) _rows[row.Id] = row;
    }

    public IReadOnlyCollection<ConversationSummary> Rows => _rows.Values;

    public int Watchers => _watchers.Count;

    public ConversationSummary? Find(ConversationId id) => _rows.GetValueOrDefault(id);

    public IDisposable Subscribe(Action<IReadOnlyList<WallChange>> onChanged)
    {
        _watchers.Add(onChanged);
        return new Unsubscribe(() => _watchers.Remove(onChanged));
    }

    public void Put(params ConversationSummary[] rows)
    {
        foreach (var row in rows) _rows[row.Id] = row;
        Tell([.. rows.Select(row => new WallChange(row.Id, row))]);
    }

    public void Remove(ConversationSummary row)
    {
        _rows.Remove(row.Id);
        Tell([new(row.Id, null)]);
    }

    private void Tell(IReadOnlyList<WallChange> changes)
    {
        foreach (var watcher in _watchers.ToList()) watcher(changes);
    }

    private sealed class Unsubscribe(Action act) : IDisposable
    {
        public void Dispose() => act();
    }
}
