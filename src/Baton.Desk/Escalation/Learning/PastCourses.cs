using System.Runtime.CompilerServices;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>Courses of past conversations whose end the log tells, for <c>baton learn</c>.</summary>
public static class PastCourses
{
    /// <summary>
    /// Reads events in which each conversation stands as a whole, as in an export. Conversations that a team gave to a person because of their risk have no known end,
    /// unless a worker called the risk's signals wrong.
    /// </summary>
    /// <param name="events">One conversation after the other, their events in order.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async IAsyncEnumerable<KnownCourse> ReadAsync(IAsyncEnumerable<LoggedEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        CourseFold? fold = null;
        await foreach (var logged in events.WithCancellation(cancellationToken))
        {
            if (fold?.Conversation != logged.Conversation)
            {
                if (fold?.Result() is { } ended) yield return ended;
                fold = new(logged.Conversation);
            }

            fold.Add(logged);
        }

        if (fold?.Result() is { } last) yield return last;
    }
}
