namespace Baton.Language;

/// <summary>A text beside the reply, read once: its words, values, contents and cues.</summary>
internal sealed class KnownText
{
    public KnownText(EvidencePlace place, int index, string text)
    {
        (Place, Index) = (place, index);
        Message = new MessageText(text);
        Values = ValueScanner.Find(Message);
    }

    public EvidencePlace Place { get; }

    public int Index { get; }

    public MessageText Message { get; }

    public List<FoundValue> Values { get; }

    public ContentWords Contents => field ??= new ContentWords(Message);

    public List<CueHit> Cues => field ??= ReplyCues.Find(Message);

    public JudgeEvidence At(int start, int length, string why) => new(Place, Index, start, length, why);
}
