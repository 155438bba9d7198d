using System.Text.Json;

namespace Baton.Language;

/// <summary>
/// Takes labels from conversations that were exported from the log: the feeling and the request for a person that a language model read in
/// a customer's message, and what workers said of signals, at messages and at replies of the agent. What the embedded interpreter read is
/// no label: it would only learn itself.
/// </summary>
internal sealed class ExportedTurns
{
    private readonly List<LabelledMessage> _messages = [];
    private readonly List<MarkedReply> _replies = [];
    private ExportedConversation? _conversation;

    /// <summary>True for a line that <c>baton export</c> writes.</summary>
    public static bool IsEvent(JsonElement line) => line.TryGetProperty("conversation", out _) && line.TryGetProperty("type", out _);

    /// <summary>Takes one line of the export; conversations stand one after another, their events in order.</summary>
    public void Add(JsonElement line)
    {
        if (!line.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            return;
        var id = line.GetProperty("conversation").ToString();
        if (id != _conversation?.Id)
        {
            Finish();
            _conversation = new ExportedConversation(id);
        }

        _conversation.Add(line.GetProperty("type").GetString() ?? "", line.TryGetProperty("version", out var version) ? version.GetInt32() : 0, data);
    }

    /// <summary>All labels, when there are no more lines.</summary>
    public (IReadOnlyList<LabelledMessage> Messages, IReadOnlyList<MarkedReply> Replies) Labels()
    {
        Finish();
        return (_messages, _replies);
    }

    private void Finish()
    {
        _messages.AddRange(_conversation?.Messages() ?? []);
        _replies.AddRange(_conversation?.Replies() ?? []);
        _conversation = null;
    }
}
