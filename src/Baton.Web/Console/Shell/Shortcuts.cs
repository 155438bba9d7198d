namespace Baton.Web;

/// <summary>A key and what it does.</summary>
/// <param name="Keys">The keys, each does it.</param>
/// <param name="Does">In words.</param>
/// <param name="Where">The part of the console it works in.</param>
internal sealed record Shortcut(IReadOnlyList<string> Keys, string Does, string Where);

/// <summary>Every shortcut; the list on <c>?</c> and the browser's key filter are made from it.</summary>
internal static class Shortcuts
{
    private const string Wall = "Wall";
    private const string Conversation = "Conversation";
    private const string Writing = "While writing";
    private const string Anywhere = "Anywhere";

    public static readonly IReadOnlyList<Shortcut> All =
    [
        new(["j", "ArrowDown"], "Next conversation", Wall),
        new(["k", "ArrowUp"], "Previous conversation", Wall),
        new(["Enter"], "Open the selected conversation", Wall),
        new(["c"], "Claim whoever needs a person most", Wall),
        new(["1", "2", "3", "4"], "All, needs a person, watched, mine", Wall),
        new(["t"], "Take over", Conversation),
        new(["r"], "Reply", Conversation),
        new(["w"], "Whisper to the agent", Conversation),
        new(["s"], "Step in with one message; the agent goes on", Conversation),
        new(["g"], "Give back to the agent", Conversation),
        new(["q"], "Release to the queue", Conversation),
        new(["x"], "Close", Conversation),
        new(["f"], "Write the suggested first message, or the next step", Conversation),
        new(["b"], "Show or hide the brief", Conversation),
        new(["h"], "Ask colleagues for help, or take it back", Conversation),
        new(["i"], "Join the colleague who answers, or leave", Conversation),
        new(["p"], "Relieve the colleague who asked for help", Conversation),
        new(["m"], "Make good, in an emotional case", Conversation),
        new(["v"], "Show or fold abusive messages", Conversation),
        new(["e"], "Warn about abuse; if it goes on, ask a lead to end the contact", Conversation),
        new(["/"], "Search all conversations", Anywhere),
        new(["y"], "Accept what is offered to you", Anywhere),
        new(["n"], "Decline what is offered to you", Anywhere),
        new(["a"], "Available or away", Anywhere),
        new(["?"], "This list", Anywhere),
        new(["Escape"], "Back", Anywhere),
    ];

    /// <summary>These work inside the text field and are shown in the list only.</summary>
    public static readonly IReadOnlyList<Shortcut> InText =
    [
        new(["Enter"], "Send", Writing),
        new(["Shift+Enter"], "New line", Writing),
        new(["/"], "Canned replies, at the beginning", Writing),
        new(["Escape"], "Leave the text; it is kept", Writing),
    ];

    public static string Shown(string key) => key switch
    {
        "ArrowDown" => "↓",
        "ArrowUp" => "↑",
        "Escape" => "Esc",
        _ => key,
    };
}
