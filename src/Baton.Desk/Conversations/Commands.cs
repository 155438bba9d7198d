using Baton.Journal;

namespace Baton.Desk;

/// <summary>Opens a conversation.</summary>
/// <param name="Channel"><c>web</c>, <c>api</c>, <c>email</c> or <c>form</c>.</param>
/// <param name="Customer">Who, as far as proven.</param>
/// <param name="Locale">BCP 47 language.</param>
/// <param name="Team">The team; <c>default</c> when there is only one.</param>
/// <param name="IsSimulated">True for simulated customers.</param>
[GenerateSerializer, Immutable]
public sealed record OpenConversation(
    [property: Id(0)] string Channel,
    [property: Id(1)] Customer Customer,
    [property: Id(2)] string Locale,
    [property: Id(3)] string Team,
    [property: Id(4)] bool IsSimulated);

/// <summary>What somebody writes.</summary>
/// <param name="MessageId">The client's own id, 1 to 64 characters of letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Text">Plain text, at most <see cref="Limits.TextLength"/> characters; not blank unless there are attachments.</param>
/// <param name="Attachments">Already stored for this conversation.</param>
[GenerateSerializer, Immutable]
public sealed record WriteMessage([property: Id(0)] string MessageId, [property: Id(1)] string Text, [property: Id(2)] IReadOnlyList<AttachmentRef> Attachments)
{
    /// <summary>Subject and copies of a worker's letter; null for the usual, and where the conversation is not by letter.</summary>
    [Id(3)] public LetterWish? Letter { get; init; }
}

/// <summary>Which worker acts, and the name customers see.</summary>
[GenerateSerializer, Immutable]
public sealed record ActingWorker([property: Id(0)] WorkerId Id, [property: Id(1)] string Name);

/// <summary>Bounds that hold on every channel.</summary>
public static class Limits
{
    /// <summary>Characters of one message.</summary>
    public const int TextLength = 16_000;

    /// <summary>Attachments of one message.</summary>
    public const int Attachments = 10;

    /// <summary>Bytes of one attachment.</summary>
    public const int AttachmentBytes = 10 * 1024 * 1024;
}

/// <summary>What became of a command.</summary>
[GenerateSerializer, Immutable]
public sealed record CommandResult
{
    /// <summary>Version of the event that the command led to; 0 when it was refused.</summary>
    [Id(0)] public int Version { get; init; }

    /// <summary>When that event was decided.</summary>
    [Id(1)] public DateTimeOffset At { get; init; }

    /// <summary>True when the same command had been carried out before and this is its first result again.</summary>
    [Id(2)] public bool IsRepeat { get; init; }

    /// <summary>Why it was refused; null when it was carried out.</summary>
    [Id(3)] public Refusal? Refusal { get; init; }

    /// <summary>A refusal.</summary>
    public static CommandResult Refused(RefusalCode code, string why) => new() { Refusal = new(code, why) };
}

/// <summary>Why a command was refused.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Why">For people: what to do about it.</param>
[GenerateSerializer, Immutable]
public sealed record Refusal([property: Id(0)] RefusalCode Code, [property: Id(1)] string Why);

/// <summary>The reasons for refusing a command.</summary>
public enum RefusalCode
{
    /// <summary>No such conversation.</summary>
    NotFound,

    /// <summary>The input breaks a bound or a form.</summary>
    Invalid,

    /// <summary>It is not possible in the conversation's state, e.g. giving back what one does not hold.</summary>
    Conflict,

    /// <summary>Somebody else holds the conversation.</summary>
    HeldByOther,

    /// <summary>The worker has as many conversations as the worker's capacity allows.</summary>
    AtCapacity,
}
