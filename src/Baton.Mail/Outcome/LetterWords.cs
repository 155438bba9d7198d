namespace Baton.Mail;

/// <summary>What a letter's author says, and the cues in it; each is looked for once, when first asked for.</summary>
internal sealed class LetterWords
{
    private static readonly IReadOnlyDictionary<string, CueList> _cues = CueList.Load("Cues.automatic.txt");
    private readonly Lazy<IReadOnlyList<CueMatch>> _receipts;
    private readonly Lazy<IReadOnlyList<CueMatch>> _away;
    private readonly Lazy<IReadOnlyList<CueMatch>> _human;

    public LetterWords(Letter letter)
    {
        // Templates open with this line; what a program puts under it is not quoted.
        Folded = FoldedLetter.Read(letter.Text);
        var written = Folded.New;
        Own = new CueText(Folded.Signature.Length == 0 ? written : written + "\n\n" + Folded.Signature);
        New = Folded.Signature.Length == 0 ? Own : new CueText(written);
        Subject = new CueText(letter.Subject);
        _receipts = new(() => _cues["receipt"].FindAll(Own));
        _away = new(() => _cues["away"].FindAll(Own));
        _human = new(() => _cues["human"].FindAll(New));
    }

    public FoldedLetter Folded { get; }

    /// <summary>The new text alone.</summary>
    public CueText New { get; }

    /// <summary>The new text with what stands below it: "please do not reply" is often there.</summary>
    public CueText Own { get; }

    public CueText Subject { get; }

    public IReadOnlyList<CueMatch> Receipts => _receipts.Value;

    public IReadOnlyList<CueMatch> AwayCues => _away.Value;

    public IReadOnlyList<CueMatch> HumanCues => _human.Value;

    public CueMatch? Automatic => Find("automatic");

    public CueMatch? WillAnswer => Find("will answer");

    public CueMatch? UnreadMailbox => Find("unread mailbox");

    public CueMatch? Newsletter => Find("newsletter");

    public CueMatch? Notification => Find("notification");

    public IReadOnlyList<CueMatch> Challenges => _cues["challenge"].FindAll(Own);

    public bool SubjectSays(string section) => _cues[section].IsIn(Subject);

    public CueMatch? Find(string section) => _cues[section].Find(Own);

    public Evidence Quote(CueMatch match, string says) => new("text", Own.Quote(match.Start, match.Length), says);

    /// <summary>Words in sentences that no cue of an acknowledgement explains, greetings left out.</summary>
    public int UnexplainedWords()
    {
        var explained = 0;
        foreach (var sentence in Sentences(New.Text))
        {
            var text = new CueText(sentence);
            var words = Words(sentence);
            if (words <= 3 || _cues["receipt"].IsIn(text) || _cues["will answer"].IsIn(text) || _cues["automatic"].IsIn(text) || _cues["boilerplate"].IsIn(text) || _cues["unread mailbox"].IsIn(text))
                continue;
            explained += words;
        }

        return explained;
    }

    /// <summary>Chinese and Japanese count two letters for a word.</summary>
    public static int Words(string text)
    {
        int words = 0, ideographs = 0;
        var inWord = false;
        foreach (var character in text)
        {
            var isLetter = char.IsLetterOrDigit(character);
            if (isLetter && character > '\u2E80')
                ideographs++;
            else if (isLetter && !inWord)
                words++;
            inWord = isLetter;
        }

        return words + ((ideographs + 1) / 2);
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var ends = text[index] is '!' or '?' or '。' or '！' or '？' || (text[index] == '.' && (index + 1 == text.Length || text[index + 1] == ' '));
            if (!ends)
                continue;
            yield return text[start..(index + 1)];
            start = index + 1;
        }

        if (start < text.Length)
            yield return text[start..];
    }
}
