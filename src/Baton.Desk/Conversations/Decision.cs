using Baton.Journal;

namespace Baton.Desk;

/// <summary>What a command leads to: events to append, or the reason why not, or the first result of a repeated command.</summary>
internal sealed record Decision(IReadOnlyList<ConversationEvent> Events, CommandResult? Answer = null)
{
    /// <summary>Nothing happens and nothing is wrong: the state is already as wanted.</summary>
    public static readonly Decision Nothing = new([]);

    public static Decision Happens(params IReadOnlyList<ConversationEvent> events) => new(events);

    public static Decision Refuse(RefusalCode code, string why) => new([], CommandResult.Refused(code, why));

    public static Decision Repeat(MessageReceipt first) =>
        new([], new CommandResult { Version = first.Version, At = first.At, IsRepeat = true });
}

/// <summary>Where a client's message went the first time.</summary>
internal sealed record MessageReceipt(int Version, DateTimeOffset At);
