using System.Collections.Immutable;
using Baton.Journal;
using Baton.Language;

namespace Baton.Desk;

/// <summary>What a conversation's decisions need to know of its past; a fold of its events.</summary>
internal sealed partial record ConversationState
{
    public static readonly ConversationState Empty = new();

    public int Version { get; init; }
    public string Channel { get; init; } = "";
    public string Team { get; init; } = "";
    public string Locale { get; init; } = "en";
    public Customer Customer { get; init; } = Customer.Anonymous;
    public bool IsSimulated { get; init; }

    public Holder Holder { get; init; }
    public ActingWorker? Worker { get; init; }

    /// <summary>Who supervises it while the agent has it.</summary>
    public WorkerId? Supervisor { get; init; }

    /// <summary>Grows with every change of hands. What was prepared under a smaller epoch never reaches the customer.</summary>
    public int Epoch { get; init; } = 1;

    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset LastEventAt { get; init; }

    /// <summary>When the customer first wrote about this matter; null before.</summary>
    public DateTimeOffset? NeedAt { get; init; }

    /// <summary>When a person was called for, or came unasked; null when none was, or one has helped.</summary>
    public DateTimeOffset? TriggerAt { get; init; }

    /// <summary>Since when the customer waits for somebody's words; null when it is the customer's turn.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Version of the customer's last message; 0 when the customer has not written.</summary>
    public int LastCustomerVersion { get; init; }

    /// <summary>Customer messages that no interpreter has read yet, oldest first.</summary>
    public ImmutableQueue<int> Unread { get; init; } = [];

    /// <summary>Customer messages that the agent has read and not yet answered, oldest first.</summary>
    public ImmutableQueue<int> Unanswered { get; init; } = [];

    public bool? IsEligible { get; init; }
    public DateTimeOffset? EscalatedAt { get; init; }
    public DateTimeOffset? PromisedBy { get; init; }

    /// <summary>How the customer chose to be answered; null while nothing was chosen.</summary>
    public AnswerArranged? Arrangement { get; init; }

    /// <summary>True when letters go out because the customer chose so in another channel, and none has come in.</summary>
    public bool IsMailOnlyChosen => Letters is { HasArrived: false } && !MailOptions.IsByLetter(Channel);

    /// <summary>The channel by which people answer: its deadlines hold.</summary>
    public string AnsweredOn => Letters is null || MailOptions.IsByLetter(Channel) ? Channel : "email";

    /// <summary>When the worker was last reminded that the customer waits; null after an answer.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Set when the agent must not be offered the conversation again before a person was there.</summary>
    public EscalationKind? EscalationKind { get; init; }

    public ImmutableList<SignalRaised> Signals { get; init; } = [];
    public RiskLevel Level { get; init; }

    /// <summary>The probabilities of the last assessment.</summary>
    public (double Technical, double Emotional) Risk { get; init; }

    /// <summary>What was said, latest last, as risk is read from it.</summary>
    public ImmutableList<RiskTurn> Course { get; init; } = [];

    /// <summary>Whether the customer was recognised as coming back about the same matter.</summary>
    public bool HasReturned { get; init; }

    /// <summary>Tools that did what they should, and that failed, since the agent's last reply.</summary>
    public (int Done, int Failed) Tools { get; init; }
    public ImmutableList<ProcedureFrame> Frames { get; init; } = [];
    public ImmutableList<string> Whispers { get; init; } = [];

    /// <summary>The customer's messages, latest last, for seeing that a question comes again.</summary>
    public ImmutableList<CustomerTurn> CustomerTurns { get; init; } = [];

    /// <summary>What is known of its letters; null where none came in.</summary>
    public Correspondence? Letters { get; init; }

    public ImmutableDictionary<string, MessageReceipt> Receipts { get; init; } = ImmutableDictionary<string, MessageReceipt>.Empty;
    public int? Rating { get; init; }

    /// <summary>What protects the worker who holds it: shielded messages, warnings, help.</summary>
    public ProtectionState Protection { get; init; } = ProtectionState.None;

    /// <summary>Whether the agent waits before it begins, because people have too much to do.</summary>
    public IntakeState Intake { get; init; } = IntakeState.None;

    public bool IsOpen => Version > 0 && Holder != Holder.Closed;

    /// <summary>True when the agent has something to read or to answer.</summary>
    public bool HasWork => !Unread.IsEmpty || (Holder == Holder.Agent && !Unanswered.IsEmpty && Intake.SlowedUntil is null);

    /// <summary>The key under which a customer's message is remembered; workers' messages have their own.</summary>
    public static string CustomerKey(string messageId) => "c:" + messageId;

    public static string LetterKey(string letterId) => "l:" + letterId;

    public static string WorkerKey(WorkerId worker, string messageId) => $"w:{worker.Value}:{messageId}";
}

/// <summary>One message of the customer.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Words">Its words in lower case, cut once: every later message is compared with them.</param>
internal sealed record CustomerTurn(int Version, IReadOnlySet<string> Words)
{
    /// <summary>The beginning of a long text tells whether it is the same question.</summary>
    private const int MostWords = 200;

    public static CustomerTurn Of(int version, string text) =>
        new(version, text.ToLowerInvariant().Split([.. " \t\r\n.,;:!?\"'()[]。，？！、"], StringSplitOptions.RemoveEmptyEntries).SelectMany(Cut).Take(MostWords).ToHashSet());

    /// <summary>Chinese is written without spaces: there pairs of characters stand for words.</summary>
    private static IEnumerable<string> Cut(string word) =>
        word.Length > 2 && word[0] is >= '\u3400' and <= '\u9fff' ? Enumerable.Range(0, word.Length - 1).Select(at => word.Substring(at, 2)) : [word];
}
