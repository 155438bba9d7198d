using Baton.Journal;

namespace Baton.Desk;

/// <summary>Every live conversation on this node's memory, kept current from the log.</summary>
public interface IWall
{
    /// <summary>All live conversations, in no order.</summary>
    IReadOnlyCollection<ConversationSummary> Rows { get; }

    /// <summary>One live conversation; null when it is closed, empty or unknown.</summary>
    ConversationSummary? Find(ConversationId id);

    /// <summary>Calls back with the conversations that changed (null: it left the wall). Called on the follower's thread: return at once.</summary>
    IDisposable Subscribe(Action<IReadOnlyList<WallChange>> onChanged);
}

/// <summary>One conversation's new row, or null when it is no longer live.</summary>
public sealed record WallChange(ConversationId Id, ConversationSummary? Row);
