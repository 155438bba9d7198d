using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

/// <summary>
/// One conversation as a worker sees it: a pure fold of its events into a transcript and a brief. Feed it events in the order
/// of their versions; repeated ones are ignored, so that a reconnect may resume anywhere.
/// </summary>
public sealed partial class ConversationView
{
    private string? _stepIn;
    private readonly List<TranscriptItem> _items = [];
    private readonly Dictionary<int, int> _messageAt = [];
    private readonly Dictionary<string, int> _callAt = [];
    private readonly Dictionary<(string Procedure, string Name), EstablishedValue> _values = [];
    private readonly EffortFold _effort = new();
    private int _stretchStart;

    /// <summary>Version of the last event taken in; 0 for none.</summary>
    public int Version { get; private set; }

    /// <summary>Everything to see, oldest first.</summary>
    public IReadOnlyList<TranscriptItem> Items => _items;

    /// <summary>The customer.</summary>
    public Customer Customer { get; private set; } = Customer.Anonymous;

    /// <summary>True for a simulated customer.</summary>
    public bool IsSimulated { get; private set; }

    /// <summary>Channel it came in by.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>The customer's language, BCP 47.</summary>
    public string Locale { get; private set; } = "en";

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Who holds it.</summary>
    public Holder Holder { get; private set; }

    /// <summary>The worker who holds it; null when none does.</summary>
    public WorkerId? Worker { get; private set; }

    /// <summary>Name of the worker who holds it.</summary>
    public string? WorkerName { get; private set; }

    /// <summary>What people did since the worker who holds it took it over; null when none does.</summary>
    public WorkerEffort? Effort => _effort.Current;

    /// <summary>How it ended; null while it is open.</summary>
    public string? Outcome { get; private set; }

    /// <summary>True once the conversation is known.</summary>
    public bool IsKnown => Version > 0;

    /// <summary>True when this worker holds it.</summary>
    public bool IsHeldBy(WorkerId worker) => Holder == Holder.Worker && Worker == worker;

    /// <summary>Takes in the next event; false when it was already there.</summary>
    public bool Apply(LoggedEvent logged)
    {
        if (logged.Version <= Version) return false;
        Version = logged.Version;
        _effort.Add(logged);
        var (version, at) = (logged.Version, logged.At);
        switch (logged.Event)
        {
            case ConversationOpened opened:
                (Customer, IsSimulated, Channel, Locale, OpenedAt) = (opened.Customer, opened.IsSimulated, opened.Channel, opened.Locale, at);
                Team = opened.Team;
                break;
            case EligibilityDecided { IsEligible: false } decided:
                Add(new TurnItem(version, at, "queue", "The agent may not handle this", decided.Reason));
                break;
            case CustomerWrote wrote:
                AddMessage(new(version, at, Speaker.Customer, Labels.CustomerName(Customer), wrote.Text) { Attachments = wrote.Attachments });
                NoteCustomerTurn(version, at, wrote);
                break;
            case AgentReplied replied:
                AddMessage(new(version, at, Speaker.Agent, "AI agent", replied.Text) { Choices = replied.Choices, Sources = replied.Sources });
                NoteAnswered();
                break;
            case WorkerReplied replied:
                AddMessage(new(version, at, Speaker.Worker, replied.WorkerName, replied.Text) { Attachments = replied.Attachments });
                NoteAnswered();
                break;
            case CustomerNotified notified:
                AddMessage(new(version, at, Speaker.Service, null, notified.Text) { Notice = notified.Kind, By = notified.By });
                if (notified.By is { } by && Holder != Holder.Worker) (PromisedBy, PromisedIn) = (by, version);
                break;
            case MessageInterpreted reading:
                Change<SaidItem>(reading.MessageVersion, _messageAt, item => item with { Reading = reading });
                NoteReading(reading);
                break;
            case SignalRaised signal:
                IsEmotional |= signal is { Kind: EscalationKind.Emotional, Weight: >= 0.5 };
                ChangeSignalled(signal.MessageVersion, signal.Code, item => item.With(item is SaidItem { Shield: not null } ? Unquoted(signal) : signal));
                break;
            case RiskAssessed risk:
                Risk = risk;
                IsEmotional |= risk.Emotional >= 0.5;
                break;
            case SignalMarked mark:
                ChangeSignalled(mark.MessageVersion, mark.Code, item => item with { Marks = [.. item.Marks, mark] });
                break;
            case ToolCalled call:
                _callAt[call.CallId] = _items.Count;
                Add(new ToolItem(version, at, call, null));
                break;
            case ToolReturned result:
                Change<ToolItem>(result.CallId, _callAt, item => item with { Return = result });
                break;
            case DialogueAdvanced advanced:
                NoteValues(version, advanced);
                break;
            case ProcedureEnded ended:
                Add(new TurnItem(version, at, "procedure", $"{Labels.Humanize(ended.Procedure)}: {ended.Outcome}", null));
                break;
            case WorkerWhispered whispered:
                Add(new WhisperItem(version, at, whispered.WorkerName, whispered.Text));
                break;
            case AgentReplyWithheld withheld:
                Add(Withheld(version, at, withheld));
                break;
            case LetterArrived or LetterQueued or LetterTracked:
                ApplyLetter(version, at, logged.Event);
                break;
            default:
                ApplyTurn(version, at, logged.Event);
                break;
        }

        return true;
    }

    private void Add(TranscriptItem item) => _items.Add(item);

    private void AddMessage(SaidItem item)
    {
        _messageAt[item.Version] = _items.Count;
        _items.Add(item);
    }

    private void Change<TItem>(int key, Dictionary<int, int> places, Func<TItem, TItem> change) where TItem : TranscriptItem
    {
        if (places.TryGetValue(key, out var at)) _items[at] = change((TItem)_items[at]);
    }

    private void Change<TItem>(string key, Dictionary<string, int> places, Func<TItem, TItem> change) where TItem : TranscriptItem
    {
        if (places.TryGetValue(key, out var at)) _items[at] = change((TItem)_items[at]);
    }
}
