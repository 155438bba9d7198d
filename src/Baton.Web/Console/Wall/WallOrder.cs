using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

/// <summary>
/// Who needs a person most. Promises and waits are compared by when they began or end, never by how long they are now: the
/// order changes only when a conversation does, and so a row moves only for a reason.
/// </summary>
public sealed class WallOrder : IComparer<ConversationSummary>
{
    /// <summary>The only order.</summary>
    public static readonly WallOrder Instance = new();

    /// <summary>
    /// Waiting for a person first, the one promised soonest (or overdue longest) on top; then what the agent handles at risk, by what
    /// is lost if nobody looks; then whoever waits longest for a reply; then the latest event.
    /// </summary>
    public int Compare(ConversationSummary? x, ConversationSummary? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byBand = Band(x).CompareTo(Band(y));
        if (byBand != 0) return byBand;
        var byUrgency = x.Holder == Holder.Queue ? Due(x).CompareTo(Due(y)) : LossStep(y).CompareTo(LossStep(x));
        if (byUrgency != 0) return byUrgency;
        var byWait = (x.WaitingSince ?? DateTimeOffset.MaxValue).CompareTo(y.WaitingSince ?? DateTimeOffset.MaxValue);
        if (byWait != 0) return byWait;
        var byLatest = y.LastEventAt.CompareTo(x.LastEventAt);
        return byLatest != 0 ? byLatest : string.CompareOrdinal(x.Id.Value, y.Id.Value);
    }

    /// <summary>True while no person has come to a customer who needs one.</summary>
    public static bool NeedsPerson(ConversationSummary row) => row.Holder == Holder.Queue;

    /// <summary>True for what the agent handles and somebody should look at.</summary>
    public static bool IsWatched(ConversationSummary row) => row.Holder == Holder.Agent && row.Level != RiskLevel.None;

    private static int Band(ConversationSummary row) => row.Holder switch
    {
        Holder.Queue => 0,
        // A worker's own conversation has its person: its risk no longer calls for another.
        Holder.Agent when row.Level == RiskLevel.Escalate => 1,
        Holder.Agent when row.Level == RiskLevel.Watch => 2,
        Holder.Closed => 4,
        _ => 3,
    };

    // Without a promise the customer counts from the moment somebody was needed: nobody may wait unseen at the end.
    private static DateTimeOffset Due(ConversationSummary row) =>
        row.PromisedBy ?? row.EscalatedAt ?? row.WaitingSince ?? row.LastEventAt;

    // Twenty steps: a change in the third decimal does not move a row.
    private static int LossStep(ConversationSummary row) =>
        row.Holder == Holder.Agent && row.Level != RiskLevel.None ? (int)(LossPolicy.IfNobodyLooks(row) * 20) : 0;
}
