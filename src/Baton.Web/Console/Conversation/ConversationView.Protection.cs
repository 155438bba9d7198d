using Baton.Journal;

namespace Baton.Web;

// Help among workers, conduct of the customer, goodwill.
public sealed partial class ConversationView
{
    private readonly List<(WorkerId Id, string Name)> _joined = [];
    private readonly List<MessageShielded> _shielded = [];
    private int _warnedAt;

    /// <summary>Who reads and writes along with the worker who holds it.</summary>
    public IEnumerable<string> Joined => _joined.Select(joined => joined.Name);

    /// <summary>Who asks colleagues for help; null for nobody.</summary>
    public string? HelpAskedBy { get; private set; }

    /// <summary>Who asks a lead to end the contact; null for nobody.</summary>
    public WorkerId? EndAskedBy { get; private set; }

    /// <summary>Messages that are folded as abusive.</summary>
    public int Shielded => _shielded.Count;

    /// <summary>True while the last abusive message was not warned of.</summary>
    public bool IsWarningDue => _shielded.Count > 0 && _warnedAt < _shielded[^1].MessageVersion;

    /// <summary>True when a lead can be asked to end the contact: abuse went on after a warning, or there is a threat.</summary>
    public bool MayAskToEnd => EndAskedBy is null && _shielded.Exists(shielded => shielded.Kind == "threat" || (_warnedAt > 0 && shielded.MessageVersion > _warnedAt));

    /// <summary>What was made good so far.</summary>
    public IReadOnlyList<GoodwillGranted> Grants => _grants;

    private readonly List<GoodwillGranted> _grants = [];

    /// <summary>The team it belongs to.</summary>
    public string Team { get; private set; } = "";

    /// <summary>True when it is a case of lost patience or trust: there more may be given to make good.</summary>
    public bool IsEmotional { get; private set; }

    /// <summary>True when this worker reads and writes along.</summary>
    public bool HasJoined(WorkerId worker) => _joined.Exists(joined => joined.Id == worker);

    private void ApplyProtection(int version, DateTimeOffset at, ConversationEvent happened)
    {
        switch (happened)
        {
            case MessageShielded shielded:
                _shielded.Add(shielded);
                Fold(shielded.MessageVersion);
                FoldReason(shielded.MessageVersion);
                Change<SaidItem>(shielded.MessageVersion, _messageAt, item => item with { Shield = shielded, Signals = [.. item.Signals.Select(Unquoted)] });
                break;
            case ShieldLifted lifted:
                _shielded.RemoveAll(shielded => shielded.MessageVersion == lifted.MessageVersion);
                Change<SaidItem>(lifted.MessageVersion, _messageAt, item => item with { Shield = null });
                break;
            case CustomerWarned warned:
                _warnedAt = version;
                Add(new TurnItem(version, at, "escalated", $"{warned.WorkerName} warned the customer", null));
                break;
            case ContactEndAsked asked:
                EndAskedBy = asked.Worker;
                Add(new TurnItem(version, at, "escalated", $"{asked.WorkerName} asks a lead to end the contact", null));
                break;
            case ContactEndDecided decided:
                EndAskedBy = null;
                Add(new TurnItem(version, at, decided.IsEnded ? "closed" : "worker", decided.IsEnded ? $"{decided.LeadName} ended the contact" : $"{decided.LeadName} lets the contact go on", null));
                break;
            case HelpAsked asked:
                HelpAskedBy = asked.WorkerName;
                Add(new TurnItem(version, at, "worker", $"{asked.WorkerName} asks for help", null));
                break;
            case HelpSettled:
                HelpAskedBy = null;
                break;
            case WorkerJoined joined:
                _joined.Add((joined.Worker, joined.WorkerName));
                Add(new TurnItem(version, at, "worker", $"{joined.WorkerName} joined", null));
                break;
            case WorkerLeft left:
                _joined.RemoveAll(joined => joined.Id == left.Worker);
                Add(new TurnItem(version, at, "worker", $"{left.WorkerName} left", null));
                break;
            case ColleagueWhispered whispered:
                Add(new WhisperItem(version, at, whispered.WorkerName, whispered.Text) { To = WorkerName ?? "the worker" });
                break;
            case IntakeSlowed slowed:
                Add(new TurnItem(version, at, "agent", "The agent begins later: people have too much to do", slowed.Why));
                break;
            case IntakeResumed:
                Add(new TurnItem(version, at, "agent", "The agent begins", null));
                break;
            case GoodwillGranted granted:
                _grants.Add(granted);
                Add(new TurnItem(version, at, "worker", $"{granted.WorkerName} made good: {Labels.Money(granted.Amount, granted.Currency)}", granted.For));
                break;
        }
    }

    /// <summary>A person called because of the message is told why without its words.</summary>
    private void FoldReason(int version)
    {
        if (Escalation is not { } escalation || !escalation.Evidence.Contains(version) || escalation.Reason.IndexOf('“', StringComparison.Ordinal) is not (> 0 and var at)) return;
        var bare = $"{escalation.Reason[..at].TrimEnd(' ', ':')}.";
        var place = _items.FindLastIndex(item => item is TurnItem { Kind: "escalated", Detail: { } detail } && detail.StartsWith(escalation.Reason, StringComparison.Ordinal));
        if (place >= 0) _items[place] = (TurnItem)_items[place] with { Detail = $"{bare} ({Labels.Trigger(escalation.Trigger)})" };
        Escalation = escalation with { Reason = bare };
    }

    /// <summary>What a signal says, without the words it quotes from an abusive message.</summary>
    private static SignalRaised Unquoted(SignalRaised signal) =>
        signal.Words.IndexOf('“', StringComparison.Ordinal) is > 0 and var at ? signal with { Words = $"{signal.Words[..at].TrimEnd(' ', ':')}." } : signal;

    private void EndHelp()
    {
        (HelpAskedBy, EndAskedBy) = (null, null);
        _joined.Clear();
    }
}
