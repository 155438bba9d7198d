using Baton.Journal;

namespace Baton.Web;

// What came and went as letters.
public sealed partial class ConversationView
{
    private readonly Dictionary<string, int> _letterAt = [];

    /// <summary>The customer's last letter; null where the conversation is not by letter.</summary>
    public LetterArrived? LastLetter { get; private set; }

    private void ApplyLetter(int version, DateTimeOffset at, ConversationEvent happened)
    {
        switch (happened)
        {
            case LetterArrived { MessageVersion: > 0 } letter:
                LastLetter = letter;
                Change<SaidItem>(letter.MessageVersion, _messageAt, item => item with { Letter = letter });
                break;
            case LetterArrived letter:
                Add(new NotedLetterItem(version, at, letter));
                break;
            case LetterQueued queued when _messageAt.TryGetValue(queued.Carries[0], out var place):
                _letterAt[queued.Envelope.MessageId] = place;
                Change<SaidItem>(queued.Envelope.MessageId, _letterAt, item => item with { Sent = new(queued, "queued", "") });
                break;
            case LetterTracked tracked:
                Change<SaidItem>(tracked.MessageId, _letterAt, item => item with { Sent = item.Sent?.With(tracked) });
                break;
        }
    }
}
