using System.Text.Json;
using Baton.Journal;

namespace Baton.Web;

/// <summary>Something to see in the course of a conversation, in the order of the log.</summary>
/// <param name="Version">Version of the event that brought it; names the item.</param>
/// <param name="At">When.</param>
public abstract record TranscriptItem(int Version, DateTimeOffset At);

/// <summary>Who speaks.</summary>
public enum Speaker
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The agent.</summary>
    Agent,

    /// <summary>A worker.</summary>
    Worker,

    /// <summary>The service about itself.</summary>
    Service,
}

/// <summary>What signals can stand at.</summary>
public abstract record SignalledItem(int Version, DateTimeOffset At) : TranscriptItem(Version, At)
{
    /// <summary>Signals that were seen in it, each once.</summary>
    public IReadOnlyList<SignalRaised> Signals { get; init; } = [];

    /// <summary>What workers said of its signals, oldest first.</summary>
    public IReadOnlyList<SignalMarked> Marks { get; init; } = [];

    /// <summary>Who called a signal wrong last; null when nobody did, or somebody took it back.</summary>
    public SignalMarked? WrongBy(SignalRaised signal) => Marks.LastOrDefault(mark => mark.Code == signal.Code) is { Mark: SignalMark.Wrong } mark ? mark : null;

    internal SignalledItem With(SignalRaised signal) => this with { Signals = [.. Signals.Where(shown => shown.Code != signal.Code), signal] };
}

/// <summary>Words that the customer wrote or saw.</summary>
public sealed record SaidItem(int Version, DateTimeOffset At, Speaker From, string? Name, string Text) : SignalledItem(Version, At)
{
    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<AttachmentRef> Attachments { get; init; } = [];

    /// <summary>What the customer could tap.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Calls and documents behind what it says.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Kind of a notice of the service.</summary>
    public string? Notice { get; init; }

    /// <summary>The time a notice promises.</summary>
    public DateTimeOffset? By { get; init; }

    /// <summary>What was understood of a customer's message; null until it was read.</summary>
    public MessageInterpreted? Reading { get; init; }

    /// <summary>Why it is folded: it attacks the person who reads it; null when it does not.</summary>
    public MessageShielded? Shield { get; init; }

    /// <summary>The letter it came in; null for other channels.</summary>
    public LetterArrived? Letter { get; init; }

    /// <summary>The letter it goes out in; null for other channels, and for what is not sent.</summary>
    public SentLetter? Sent { get; init; }
}

/// <summary>A tool was called.</summary>
/// <param name="Version">Version of the call.</param>
/// <param name="At">When it was called.</param>
/// <param name="Call">The call.</param>
/// <param name="Return">What came back; null while nothing has.</param>
public sealed record ToolItem(int Version, DateTimeOffset At, ToolCalled Call, ToolReturned? Return) : TranscriptItem(Version, At);

/// <summary>A worker's words to the agent or to a colleague, which the customer does not see.</summary>
public sealed record WhisperItem(int Version, DateTimeOffset At, string Name, string Text) : TranscriptItem(Version, At)
{
    /// <summary>To whom.</summary>
    public string To { get; init; } = "the agent";
}

/// <summary>What the agent would have said and did not. The signals that it became stand here and not at the message it answers.</summary>
public sealed record WithheldItem(int Version, DateTimeOffset At, string Text, string Why) : SignalledItem(Version, At);

/// <summary>How the conversation changed hands, or another turn of its life.</summary>
/// <param name="Version">Version of the event.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What kind of turn, for its mark: <c>escalated</c>, <c>worker</c>, <c>agent</c>, <c>queue</c>, <c>closed</c>, <c>opened</c>, <c>rated</c>, <c>procedure</c>.</param>
/// <param name="Text">One line.</param>
/// <param name="Detail">More, e.g. the reason; null for none.</param>
public sealed record TurnItem(int Version, DateTimeOffset At, string Kind, string Text, string? Detail) : TranscriptItem(Version, At);

/// <summary>One value that is established.</summary>
/// <param name="Procedure">The procedure that collected it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value in words.</param>
public sealed record EstablishedValue(string Procedure, string Name, string Value)
{
    /// <summary>The item it came from: the customer's message or the tool's result that has it, else the customer's last message before it was taken down.</summary>
    public int Source { get; init; }

    internal static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null or JsonValueKind.Undefined => "—",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Words)),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Take(4).Select(member => $"{Labels.Humanize(member.Name)}: {Words(member.Value)}")),
        _ => value.GetRawText(),
    };
}
