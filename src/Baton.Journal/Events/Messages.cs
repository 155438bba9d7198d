using System.Text.Json;

namespace Baton.Journal;

/// <summary>A file that goes with a message; its bytes are in the attachment store.</summary>
/// <param name="Id">Key in the attachment store.</param>
/// <param name="Name">File name as the sender gave it, without a path.</param>
/// <param name="MediaType">Checked media type, e.g. <c>image/png</c>.</param>
/// <param name="Size">Bytes.</param>
[GenerateSerializer, Immutable]
public sealed record AttachmentRef([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string MediaType, [property: Id(3)] long Size);

/// <summary>Something the customer can tap instead of typing.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Value">What is sent as the customer's message when it is tapped.</param>
[GenerateSerializer, Immutable]
public sealed record Choice([property: Id(0)] string Label, [property: Id(1)] string Value);

/// <summary>The customer wrote.</summary>
/// <param name="MessageId">The client's own id: sending it twice is answered with the first result.</param>
/// <param name="Text">Plain text, as written; may be empty when there are attachments.</param>
/// <param name="Attachments">Files sent with it.</param>
public sealed record CustomerWrote(string MessageId, string Text, IReadOnlyList<AttachmentRef> Attachments) : ConversationEvent;

/// <summary>A customer's message was read by an interpreter.</summary>
/// <param name="MessageVersion">Version of the <see cref="CustomerWrote"/> it read.</param>
/// <param name="Interpreter">Which interpreter: <c>embedded</c> or the model's name.</param>
/// <param name="Language">Language of the message, ISO 639-1.</param>
/// <param name="Intent">What is wanted: a procedure's name, or null for none of them.</param>
/// <param name="Probability">How sure, 0 to 1.</param>
/// <param name="Feeling">Feeling towards the service: satisfied, neutral, worried, frustrated, angry, resigned.</param>
/// <param name="Commands">The typed commands, as JSON, for people who look into what was understood.</param>
public sealed record MessageInterpreted(int MessageVersion, string Interpreter, string Language, string? Intent, double Probability, string Feeling, JsonElement Commands) : ConversationEvent
{
    /// <summary>How probable the feelings are and that a person is asked for; null when the interpreter gave none, or in an older line.</summary>
    public FeelingShares? Shares { get; init; }
}

/// <summary>Probabilities, 0 to 1, of what a customer's message shows of their feeling towards the service.</summary>
/// <param name="Dissatisfied">Frustrated, angry or resigned.</param>
/// <param name="Angry">Angry.</param>
/// <param name="Resigned">Giving up.</param>
/// <param name="Worried">Worried about the outcome.</param>
/// <param name="Satisfied">Content.</param>
/// <param name="Person">Asks for a person.</param>
public sealed record FeelingShares(double Dissatisfied, double Angry, double Resigned, double Worried, double Satisfied, double Person);

/// <summary>The agent replied to the customer.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="AnswersVersion">Version of the customer's message it answers; 0 for a message of its own.</param>
/// <param name="Choices">What the customer may tap; may be empty.</param>
/// <param name="Sources">Call ids of tool results, or names of documents, that stand behind what it says.</param>
public sealed record AgentReplied(string Text, int AnswersVersion, IReadOnlyList<Choice> Choices, IReadOnlyList<string> Sources) : ConversationEvent;

/// <summary>An agent's reply was ready and not sent.</summary>
/// <param name="Text">What it would have said.</param>
/// <param name="Why">Why not, e.g. that a person had taken over meanwhile.</param>
public sealed record AgentReplyWithheld(string Text, string Why) : ConversationEvent;

/// <summary>A worker replied to the customer.</summary>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The name the customer sees.</param>
/// <param name="MessageId">The worker's client's own id for it.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Attachments">Files sent with it.</param>
public sealed record WorkerReplied(WorkerId Worker, string WorkerName, string MessageId, string Text, IReadOnlyList<AttachmentRef> Attachments) : ConversationEvent;

/// <summary>The service told the customer something about the service itself: a wait, who is answering, opening hours.</summary>
/// <param name="Kind">Which notice, from <see cref="NoticeKinds"/>.</param>
/// <param name="Text">Plain text in the customer's language.</param>
/// <param name="By">The time it promises, if it promises one.</param>
public sealed record CustomerNotified(string Kind, string Text, DateTimeOffset? By) : ConversationEvent
{
    /// <summary>What a first promise in a chat stood on; null for every other notice and in older lines.</summary>
    public StatedWait? Stated { get; init; }
}

/// <summary>The wait that was worked out for a customer, kept so that it can be learned from and held against what happened.</summary>
/// <param name="Team">The customer's team.</param>
/// <param name="Basis">The wait by the settings alone, for the queue as it was; seconds, above 0.</param>
/// <param name="IsBusy">True when nobody was free.</param>
/// <param name="Earliest">From when on a person was expected, seconds; null while too little is known.</param>
/// <param name="Latest">Until when, seconds; null while too little is known.</param>
/// <param name="Share">The share of customers who shall be met in between, 0 to 1; null while too little is known.</param>
public sealed record StatedWait(string Team, double Basis, bool IsBusy, double? Earliest, double? Latest, double? Share);

/// <summary>The kinds of <see cref="CustomerNotified"/>.</summary>
public static class NoticeKinds
{
    /// <summary>Who answers, what it can do, and that a person can be asked for.</summary>
    public const string Welcome = "welcome";

    /// <summary>A person is coming, and by when.</summary>
    public const string Promise = "promise";

    /// <summary>The promise could not be kept; a new one is made.</summary>
    public const string PromiseRenewed = "promise-renewed";

    /// <summary>Somebody has time sooner than was promised.</summary>
    public const string PromiseShortened = "promise-shortened";

    /// <summary>Nobody is at work; when somebody will be.</summary>
    public const string OutOfHours = "out-of-hours";

    /// <summary>What the customer chose instead of waiting here, and by when it is kept.</summary>
    public const string AnswerArranged = "answer-arranged";

    /// <summary>A named person has come.</summary>
    public const string PersonHere = "person-here";

    /// <summary>The agent answers again.</summary>
    public const string AgentHere = "agent-here";

    /// <summary>Another person has joined the one who answers.</summary>
    public const string ColleagueHere = "colleague-here";

    /// <summary>A person who had joined has left.</summary>
    public const string ColleagueLeft = "colleague-left";

    /// <summary>People have too much to do: when the agent begins.</summary>
    public const string IntakeSlowed = "intake-slowed";

    /// <summary>Abuse can end the conversation.</summary>
    public const string ConductWarning = "conduct-warning";

    /// <summary>The conversation was ended because of abuse.</summary>
    public const string ContactEnded = "contact-ended";

    /// <summary>The conversation is closed; writing again opens it again.</summary>
    public const string Closed = "closed";
}
