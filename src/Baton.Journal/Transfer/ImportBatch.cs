namespace Baton.Journal;

/// <summary>The events of the conversation that is being read.</summary>
internal sealed class ImportBatch
{
    private readonly List<NewEvent> _events = [];
    private ConversationId _conversation;
    private long _firstLine;
    private bool _taken;

    /// <summary>True when the line belongs to another conversation than the events that wait.</summary>
    public bool EndsBefore(ImportedLine line) => _events.Count > 0 && line.Conversation != _conversation;

    public bool Owns(ConversationId conversation) => conversation == _conversation;

    public void Add(ImportedEvent imported, long line)
    {
        if (imported.Conversation != _conversation) Begin(imported.Conversation, line);
        else if (_taken) throw new ImportException(line, "An event comes after its conversation's attachments.");
        if (imported.Version != _events.Count + 1)
            throw new ImportException(line, $"Event {imported.Version} of conversation {imported.Conversation} comes where {_events.Count + 1} must: the events of a conversation stand together, from 1, without gaps.");
        _events.Add(imported.Event);
    }

    /// <summary>The events that wait, once; null when there are none.</summary>
    public (ConversationId Conversation, NewEvent[] Events, long Line)? TakeEvents()
    {
        if (_events.Count == 0) return null;
        var taken = (_conversation, _events.ToArray(), _firstLine);
        _events.Clear();
        _taken = true;
        return taken;
    }

    private void Begin(ConversationId conversation, long line) => (_conversation, _firstLine, _taken) = (conversation, line, false);
}
