using Baton.Journal;

namespace Baton.Desk;

/// <summary>
/// Who holds what, ahead of the wall: the wall follows the log by some milliseconds, in which a cap could be passed twice. Every change
/// of hands is noted here first; a note counts until the wall has seen the version it speaks of. Not safe for threads: it lives
/// in the one grain that decides.
/// </summary>
internal sealed class HandLedger(TimeProvider time)
{
    /// <summary>A claim that neither came through nor failed by then was lost on its way.</summary>
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromSeconds(30);

    private readonly Dictionary<(ConversationId Conversation, WorkerId Worker), Entry> _notes = [];

    /// <summary>Reserves a place for a conversation; false when the worker's places are all taken, by what the wall shows and by what is noted.</summary>
    public bool TryReserve(WorkerId worker, ConversationId conversation, int capacity, IWall wall)
    {
        Forget(wall);
        if (Held(worker, wall).Count(held => held != conversation) >= capacity) return false;
        // Two workers may reserve for the same conversation; the conversation decides who gets it.
        _notes[(conversation, worker)] = new(true, int.MaxValue, time.GetUtcNow() + ForgottenAfter);
        return true;
    }

    /// <summary>From this version on the worker holds the conversation, or no longer does.</summary>
    public void Note(ConversationId conversation, WorkerId worker, bool isHeld, int version) =>
        _notes[(conversation, worker)] = new(isHeld, version, time.GetUtcNow() + ForgottenAfter);

    /// <summary>A reservation came to nothing.</summary>
    public void Cancel(ConversationId conversation, WorkerId worker) => _notes.Remove((conversation, worker));

    /// <summary>How many conversations each worker holds.</summary>
    public Dictionary<WorkerId, int> Count(IWall wall)
    {
        Forget(wall);
        return wall.Rows.Where(row => row.Worker is { } worker && !_notes.ContainsKey((row.Id, worker))).Select(row => row.Worker!.Value)
            .Concat(_notes.Where(note => note.Value.IsHeld).Select(note => note.Key.Worker))
            .CountBy(worker => worker).ToDictionary();
    }

    private IEnumerable<ConversationId> Held(WorkerId worker, IWall wall) =>
        wall.Rows.Where(row => row.Worker == worker && !_notes.ContainsKey((row.Id, worker))).Select(row => row.Id)
            .Concat(_notes.Where(note => note.Value.IsHeld && note.Key.Worker == worker).Select(note => note.Key.Conversation));

    private void Forget(IWall wall)
    {
        var now = time.GetUtcNow();
        foreach (var (key, note) in _notes)
            if (note.Until <= now || (wall.Find(key.Conversation) is { } row && row.Version >= note.Version)) _notes.Remove(key);
    }

    private sealed record Entry(bool IsHeld, int Version, DateTimeOffset Until);
}
