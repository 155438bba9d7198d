using System.Text.Json.Serialization;
using Baton.Desk;
using Baton.Journal;

namespace Baton.Web;

/// <summary>One thing a customer sees of the conversation.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MessageItem), "message")]
[JsonDerivedType(typeof(HolderItem), "holder")]
[JsonDerivedType(typeof(AnswerItem), "answer")]
[JsonDerivedType(typeof(RatedItem), "rated")]
[JsonDerivedType(typeof(TypingItem), "typing")]
internal abstract record CustomerItem
{
    /// <summary>Place in the conversation: grows, with gaps where something is not for customers. Absent for what is not kept.</summary>
    public int? Seq { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The SSE event name, the same as <c>type</c>.</summary>
    [JsonIgnore]
    public abstract string EventName { get; }
}

/// <summary>Something written. <c>from</c> is customer, agent, worker or service.</summary>
internal sealed record MessageItem : CustomerItem
{
    public required string From { get; init; }
    public string? Name { get; init; }

    /// <summary>The id that the customer's client chose.</summary>
    public string? Id { get; init; }

    public required string Text { get; init; }
    public IReadOnlyList<AttachmentItem> Attachments { get; init; } = [];
    public IReadOnlyList<ChoiceItem>? Choices { get; init; }

    /// <summary>Which notice of the service it is.</summary>
    public string? Notice { get; init; }

    /// <summary>The time it promises.</summary>
    public DateTimeOffset? By { get; init; }

    [JsonIgnore]
    public override string EventName => "message";
}

internal sealed record AttachmentItem(string Id, string Name, string Type, long Size)
{
    public static AttachmentItem Of(AttachmentRef attachment) => new(attachment.Id, attachment.Name, attachment.MediaType, attachment.Size);
}

internal sealed record ChoiceItem(string Label, string Value);

/// <summary>Who has the conversation from now on: agent, queue, worker or closed.</summary>
internal sealed record HolderItem : CustomerItem
{
    public required string Holder { get; init; }
    public string? Name { get; init; }
    public string? Outcome { get; init; }

    [JsonIgnore]
    public override string EventName => "holder";
}

/// <summary>How the customer chose to be answered; the notice after it says by when.</summary>
internal sealed record AnswerItem : CustomerItem
{
    public required string Way { get; init; }
    public required string Address { get; init; }
    public DateTimeOffset? NotBefore { get; init; }

    [JsonIgnore]
    public override string EventName => "answer";
}

internal sealed record RatedItem : CustomerItem
{
    public required int Score { get; init; }

    [JsonIgnore]
    public override string EventName => "rated";
}

/// <summary>The agent or the worker is typing, or stopped. Never kept.</summary>
internal sealed record TypingItem : CustomerItem
{
    public required string Who { get; init; }
    public string? Name { get; init; }
    public required bool On { get; init; }

    [JsonIgnore]
    public override string EventName => "typing";
}

/// <summary>
/// What customers see of the log. Every event type is either shown by what is written here or listed as internal: one that is
/// neither is a mistake, so that nothing reaches a customer because somebody forgot.
/// </summary>
internal static class CustomerItems
{
    /// <summary>Events that no customer ever sees.</summary>
    public static readonly IReadOnlySet<Type> Internal = new HashSet<Type>
    {
        typeof(EligibilityDecided), typeof(MessageInterpreted), typeof(AgentReplyWithheld), typeof(SignalRaised), typeof(SignalMarked), typeof(RiskAssessed), typeof(CustomerReturned),
        typeof(ToolCalled), typeof(ToolReturned), typeof(DialogueAdvanced), typeof(ProcedureEnded), typeof(WorkerWhispered), typeof(SupervisorAssigned), typeof(HelpBegan), typeof(EffortMeasured),
        typeof(LetterArrived), typeof(LetterQueued), typeof(LetterTracked),
        typeof(MessageShielded), typeof(ShieldLifted), typeof(CustomerWarned), typeof(ContactEndAsked), typeof(ContactEndDecided),
        typeof(HelpAsked), typeof(HelpSettled), typeof(ColleagueWhispered), typeof(WorkerJoined), typeof(WorkerLeft), typeof(GoodwillGranted), typeof(IntakeSlowed), typeof(IntakeResumed),
    };

    /// <summary>The customer's view of an event; null when it is not for customers.</summary>
    public static CustomerItem? Of(LoggedEvent logged) => logged.Event switch
    {
        ConversationOpened => Holds(logged, "agent"),
        CustomerWrote wrote => new MessageItem
        {
            Seq = logged.Version,
            At = logged.At,
            From = "customer",
            Id = wrote.MessageId,
            Text = wrote.Text,
            Attachments = Files(wrote.Attachments),
        },
        AgentReplied replied => new MessageItem
        {
            Seq = logged.Version,
            At = logged.At,
            From = "agent",
            Text = replied.Text,
            Choices = replied.Choices.Count == 0 ? null : [.. replied.Choices.Select(choice => new ChoiceItem(choice.Label, choice.Value))],
        },
        WorkerReplied replied => new MessageItem
        {
            Seq = logged.Version,
            At = logged.At,
            From = "worker",
            Name = replied.WorkerName,
            Text = replied.Text,
            Attachments = Files(replied.Attachments),
        },
        CustomerNotified notified => new MessageItem
        {
            Seq = logged.Version,
            At = logged.At,
            From = "service",
            Text = notified.Text,
            Notice = notified.Kind,
            By = notified.By,
        },
        Escalated or WorkerReleased => Holds(logged, "queue"),
        WorkerTookOver took => Holds(logged, "worker", took.WorkerName),
        GivenBack or ConversationReopened => Holds(logged, "agent"),
        ConversationClosed closed => Holds(logged, "closed", outcome: closed.Outcome),
        AnswerArranged arranged => new AnswerItem { Seq = logged.Version, At = logged.At, Way = arranged.Way, Address = arranged.Address, NotBefore = arranged.NotBefore },
        ConversationRated rated => new RatedItem { Seq = logged.Version, At = logged.At, Score = rated.Score },
        var other when Internal.Contains(other.GetType()) => null,
        var unknown => throw new InvalidOperationException($"Nobody decided whether customers see {unknown.GetType().Name}."),
    };

    /// <summary>The customer's view of typing; null for the customer's own.</summary>
    public static TypingItem? Of(FeedTyping typing, DateTimeOffset now) =>
        typing.Who == "customer" ? null : new() { At = now, Who = typing.Who, Name = typing.Name, On = typing.IsOn };

    private static AttachmentItem[] Files(IReadOnlyList<AttachmentRef> attachments) => [.. attachments.Select(AttachmentItem.Of)];

    private static HolderItem Holds(LoggedEvent logged, string holder, string? name = null, string? outcome = null) =>
        new() { Seq = logged.Version, At = logged.At, Holder = holder, Name = name, Outcome = outcome };
}
