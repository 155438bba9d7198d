using System.Collections;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>The first events of a list that only grows: a turn sees the conversation as it was when the turn began, without a copy.</summary>
internal sealed class HistorySnapshot(List<LoggedEvent> events, int count) : IReadOnlyList<LoggedEvent>
{
    public int Count => count;

    public LoggedEvent this[int index] => index < count ? events[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<LoggedEvent> GetEnumerator()
    {
        // By index: the list may grow meanwhile.
        for (var i = 0; i < count; i++) yield return events[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
