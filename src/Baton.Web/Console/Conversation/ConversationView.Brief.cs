using Baton.Journal;

namespace Baton.Web;

// What the person who takes over must know.
public sealed partial class ConversationView
{
    private readonly List<(int Version, string Feeling)> _feelings = [];
    private (int Version, string Text)? _firstWords;
    private (int Version, string Text)? _intentWords;
    private (int Version, string Text)? _lastWords;
    private int _calledIn;

    /// <summary>The last escalation since the agent last had it; null when there is none.</summary>
    public Escalated? Escalation { get; private set; }

    /// <summary>Since when it waits for a person; null when it does not.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>When the customer first wrote about this matter; null before.</summary>
    public DateTimeOffset? NeedAt { get; private set; }

    /// <summary>The two clocks of the handoff; null while no person was called for.</summary>
    public HandoffTimes? Clocks { get; private set; }

    /// <summary>What the customer was last promised; null once a person came.</summary>
    public DateTimeOffset? PromisedBy { get; private set; }

    /// <summary>Since when the customer waits for a reply; null when answered.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>The last risk; null before any.</summary>
    public RiskAssessed? Risk { get; private set; }

    /// <summary>The matter: the last intent; null when none was understood.</summary>
    public string? Intent { get; private set; }

    /// <summary>What was agreed when it was last given back.</summary>
    public string? Agreed { get; private set; }

    /// <summary>Version of the notice that promised it; 0 for none.</summary>
    public int PromisedIn { get; private set; }

    /// <summary>Version of the message that <see cref="Wants"/> quotes; 0 for none.</summary>
    public int WantsIn => (_intentWords ?? _firstWords)?.Version ?? 0;

    /// <summary>Version of the message that <see cref="LastWords"/> quotes; 0 for none.</summary>
    public int LastWordsIn => LastWords is null ? 0 : _lastWords!.Value.Version;

    /// <summary>What the customer wants, in the customer's own words: the message that named the matter, else the first one.</summary>
    public string? Wants => (_intentWords ?? _firstWords)?.Text;

    /// <summary>The customer's last words, when they are others than <see cref="Wants"/>.</summary>
    public string? LastWords => _lastWords is { } last && last.Version != (_intentWords ?? _firstWords)?.Version ? last.Text : null;

    /// <summary>The customer's last feeling; null when nothing was read.</summary>
    public string? Feeling => _feelings.Count > 0 ? _feelings[^1].Feeling : null;

    /// <summary>How the feeling went, without repetitions, oldest first; at most the last four.</summary>
    public IReadOnlyList<string> Feelings
    {
        get
        {
            List<string> course = [];
            foreach (var (_, feeling) in _feelings)
                if (course.Count == 0 || course[^1] != feeling) course.Add(feeling);
            return course[Math.Max(0, course.Count - 4)..];
        }
    }

    /// <summary>How the customer chose to be answered; null while nothing was chosen.</summary>
    public AnswerArranged? Answer { get; private set; }

    /// <summary>The earlier contact that the customer comes back about; null for none.</summary>
    public CustomerReturned? Returned { get; private set; }

    /// <summary>What was established in the earlier contact and was not said again: it need not be asked.</summary>
    public IReadOnlyList<(string Name, string Value)> KnownBefore =>
        [.. (Returned?.Values ?? new Dictionary<string, System.Text.Json.JsonElement>()).Select(value => (value.Key, EstablishedValue.Words(value.Value))).Where(known => !_values.Values.Any(value => value.Name == known.Key))];

    /// <summary>What is established since the conversation was opened (again).</summary>
    public IReadOnlyCollection<EstablishedValue> Values => _values.Values;

    /// <summary>What was tried since then: calls and their results, never claims.</summary>
    public IEnumerable<ToolItem> Tried => _items.OfType<ToolItem>().Where(item => item.Version > _stretchStart);

    private void NoteCustomerTurn(int version, DateTimeOffset at, CustomerWrote wrote)
    {
        WaitingSince ??= at;
        NeedAt ??= at;
        if (wrote.Text.Length == 0) return;
        _firstWords ??= (version, wrote.Text);
        _lastWords = (version, wrote.Text);
    }

    private void StartClocks(DateTimeOffset at) => Clocks = new(NeedAt ?? at, at, null);

    /// <summary>The brief quotes no abuse; the message is in the transcript for who wants to read it.</summary>
    private void Fold(int version)
    {
        (int, string)? Quoted((int Version, string Text)? words) => words?.Version == version ? (version, "An abusive message, folded below.") : words;
        (_firstWords, _intentWords, _lastWords) = (Quoted(_firstWords), Quoted(_intentWords), Quoted(_lastWords));
    }

    private void NoteAnswered() => WaitingSince = null;

    private void NoteReading(MessageInterpreted reading)
    {
        if (reading.MessageVersion <= _stretchStart || !_messageAt.TryGetValue(reading.MessageVersion, out var at) || _items[at] is not SaidItem { From: Speaker.Customer } message) return;
        _feelings.Add((reading.MessageVersion, reading.Feeling));
        if (reading.Intent is null || reading.Intent == Intent) return;
        Intent = reading.Intent;
        if (message.Text.Length > 0)
            _intentWords = (message.Version, message.Text);
    }

    private void NoteValues(int version, DialogueAdvanced advanced)
    {
        foreach (var (procedure, name, value) in advanced.Frames.SelectMany(frame => frame.Values.Select(pair => (frame.Procedure, pair.Key, pair.Value))))
        {
            var words = EstablishedValue.Words(value);
            if (_values.TryGetValue((procedure, name), out var known) && known.Value == words) continue;
            _values[(procedure, name)] = new(procedure, name, words) { Source = SourceOf(words, version) };
        }
    }

    // What was said before belongs to another matter: a brief that mixes both misleads.
    private void ForgetBefore()
    {
        (_firstWords, _intentWords, _lastWords, Intent, Agreed) = (null, null, null, null, null);
        _feelings.Clear();
        _values.Clear();
    }
}
