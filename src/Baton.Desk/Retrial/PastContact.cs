using System.Text.Json;
using Baton.Journal;

namespace Baton.Desk;

/// <summary>What an earlier contact was about, how it ended and who knows it.</summary>
internal sealed record PastContact(ConversationId Conversation, Customer Customer, DateTimeOffset LastAt)
{
    private const int BadRating = 2;

    private bool _isWaiting, _isUnhappy, _isBad;

    /// <summary>What the customer wanted; null when nobody understood.</summary>
    public string? Intent { get; private init; }

    /// <summary>The worker who last helped; null when only the agent did.</summary>
    public WorkerId? KnownBy { get; private init; }

    /// <summary>That worker's name.</summary>
    public string? KnownByName { get; private init; }

    /// <summary>What was established, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values { get; private init; } = new Dictionary<string, JsonElement>();

    /// <summary>Whether nothing speaks against it: not rated 1 or 2, not closed unresolved, not left unhappy, and nobody was still waited for.</summary>
    public bool EndedWell => !_isBad && !_isUnhappy && !_isWaiting;

    /// <summary>A whole conversation, or the part of it before it was opened again; null when the customer never wrote in it.</summary>
    public static PastContact? Of(IEnumerable<LoggedEvent> events)
    {
        PastContact? past = null;
        foreach (var logged in events)
        {
            past = logged.Event switch
            {
                ConversationOpened opened => new(logged.Conversation, opened.Customer, logged.At),
                MessageInterpreted read => past! with { Intent = read.Intent ?? past.Intent, _isUnhappy = read.Feeling is "frustrated" or "angry" or "resigned" },
                Escalated or WorkerReleased => past! with { _isWaiting = true },
                WorkerTookOver { How: not StepInActs.How } taken => past! with { KnownBy = taken.Worker, KnownByName = taken.WorkerName, _isWaiting = false },
                DialogueAdvanced advanced => past! with { Values = Joined(past.Values, advanced) },
                ConversationClosed closed => past! with { _isWaiting = false, _isBad = closed.Outcome == "unresolved", _isUnhappy = past._isUnhappy && closed.Outcome != "resolved" },
                ConversationRated { Score: <= BadRating } => past! with { _isBad = true },
                _ => past,
            };
            // Letters and calls that are reported later move no customer.
            if (logged.Event is CustomerWrote or AgentReplied or WorkerReplied or ConversationClosed) past = past! with { LastAt = logged.At };
        }

        return past;
    }

    /// <summary>
    /// Whether a customer who comes again comes about this. Who names its number does unless something else is wanted; the same person does with the same wish, and
    /// with an unclear one when this did not end well.
    /// </summary>
    public bool IsAbout(string? intent, string matchedBy) =>
        intent is not null && Intent is not null ? intent == Intent : matchedBy == ReturnTraces.Reference || !EndedWell;

    private static Dictionary<string, JsonElement> Joined(IReadOnlyDictionary<string, JsonElement> values, DialogueAdvanced advanced)
    {
        var joined = new Dictionary<string, JsonElement>(values);
        foreach (var (name, value) in advanced.Frames.SelectMany(frame => frame.Values)) joined[name] = value;
        return joined;
    }
}
