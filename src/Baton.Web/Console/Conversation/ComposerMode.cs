namespace Baton.Web;

/// <summary>What is being written, and to whom.</summary>
public enum ComposerMode
{
    /// <summary>To the customer.</summary>
    Reply,

    /// <summary>To the agent; the customer does not see it.</summary>
    Whisper,

    /// <summary>One message to the customer; the agent goes on.</summary>
    StepIn,

    /// <summary>What was agreed, for the agent that goes on.</summary>
    GiveBack,

    /// <summary>Why, for the next person.</summary>
    Release,

    /// <summary>How it ended.</summary>
    Close,
}

/// <summary>The words around the text field in each mode.</summary>
/// <param name="Label">Name of the field.</param>
/// <param name="Placeholder">Shown while it is empty.</param>
/// <param name="Send">The button.</param>
/// <param name="Hint">What sending does.</param>
/// <param name="MayBeEmpty">True when it can be sent without a text.</param>
internal sealed record ComposerWords(string Label, string Placeholder, string Send, string Hint, bool MayBeEmpty)
{
    public static ComposerWords For(ComposerMode mode, ConversationView view, bool isMine, bool hasJoined = false) => mode switch
    {
        ComposerMode.Whisper when IsToColleague(view, isMine) => new($"Whisper to {view.WorkerName}", $"Tell {view.WorkerName} something. The customer does not see it.", "Whisper", $"Only {view.WorkerName} and colleagues read this.", false),
        ComposerMode.Whisper => new("Whisper to the agent", "Tell the agent something. The customer does not see it.", "Whisper", view.Holder == Journal.Holder.Agent ? "Only the agent reads this, at its next turn." : "Only the agent reads this, once it answers again.", false),
        ComposerMode.StepIn => new("Step in with one message", "Write one message to the customer. The agent goes on afterwards.", "Send one message", "The customer sees your name. The agent goes on.", false),
        ComposerMode.GiveBack => new("What was agreed", "What did you agree with the customer? The agent keeps to it.", "Give back", "The agent answers again. It reads what was agreed.", true),
        ComposerMode.Release => new("Why you release it", "What should the next person know?", "Release", "It waits for another person. The customer is told.", true),
        ComposerMode.Close => new("Close", "", "Close", "", true),
        _ => new("Reply to the customer", "Write a reply.  / for canned replies", "Send", ReplyHint(view, isMine, hasJoined), false),
    };

    /// <summary>While a colleague holds it, a whisper is for the colleague.</summary>
    public static bool IsToColleague(ConversationView view, bool isMine) => view.Holder == Journal.Holder.Worker && !isMine;

    private static string ReplyHint(ConversationView view, bool isMine, bool hasJoined) => view.Holder switch
    {
        _ when isMine => "",
        _ when hasJoined => $"The customer sees your name. {view.WorkerName} goes on holding it.",
        Journal.Holder.Agent => "Sending takes over from the AI agent.",
        Journal.Holder.Queue => "Sending takes this conversation.",
        Journal.Holder.Closed => "Sending opens this conversation again, with you.",
        _ => $"{view.WorkerName} holds this conversation. Take it over to reply.",
    };
}
