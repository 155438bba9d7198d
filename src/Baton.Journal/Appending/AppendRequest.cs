namespace Baton.Journal;

/// <summary>An event on its way into the log, already in its written form.</summary>
internal readonly record struct NewEvent(string Type, byte[] Data, DateTimeOffset At, ConversationEvent Event)
{
    /// <summary>Writes the event once, on the caller's thread, so that the one writer only stores bytes.</summary>
    public static NewEvent Of(ConversationEvent @event, DateTimeOffset at)
    {
        var type = EventTypes.Catalog.TypeOf(@event);
        var data = EventTypes.Catalog.Write(@event);
        // JSON inside an event may belong to a document its owner gives back: what the log hands on has its own.
        return new(type.Name, data, Instant.Floor(at), type.HoldsJson ? EventTypes.Catalog.Read(type.Name, data) : @event);
    }
}

/// <summary>One append that waits for its commit.</summary>
internal sealed class AppendRequest(ConversationId conversation, int expectedVersion, NewEvent[] events, DateTimeOffset? deadline) : WriteRequest
{
    // Continuations must not run on the writer: it has the next commit to make.
    private readonly TaskCompletionSource<IReadOnlyList<LoggedEvent>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConversationId Conversation { get; } = conversation;

    public int ExpectedVersion { get; } = expectedVersion;

    public NewEvent[] Events { get; } = events;

    public DateTimeOffset? Deadline { get; } = deadline is { } due ? Instant.Ceiling(due) : null;

    /// <summary>The events with their places; null until the writer placed them, and when it refused.</summary>
    public LoggedEvent[]? Placed { get; private set; }

    public Task<IReadOnlyList<LoggedEvent>> Done => _done.Task;

    /// <summary>Gives the events their places, or remembers the conflict; the answer follows with the commit.</summary>
    /// <returns>The version the conversation has now.</returns>
    public int Place(int actualVersion, ref long head)
    {
        if (actualVersion != ExpectedVersion)
        {
            Failure = new VersionConflictException(Conversation, ExpectedVersion, actualVersion);
            return actualVersion;
        }

        Placed = new LoggedEvent[Events.Length];
        for (var i = 0; i < Events.Length; i++)
            Placed[i] = new(++head, Conversation, ++actualVersion, Events[i].At, Events[i].Event);
        return actualVersion;
    }

    public override void Complete()
    {
        if (Failure is { } failure) _done.TrySetException(failure);
        else _done.TrySetResult(Placed!);
    }
}

/// <summary>Times as both engines keep them: whole microseconds, UTC.</summary>
internal static class Instant
{
    public static DateTimeOffset Floor(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>For deadlines: never earlier than asked, so that one who wakes at it finds it passed.</summary>
    public static DateTimeOffset Ceiling(DateTimeOffset time) =>
        Floor(time) is var floor && floor == time ? floor : floor.AddMicroseconds(1);

    public static long ToMicroseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long value) => new(DateTimeOffset.UnixEpoch.UtcTicks + (value * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
