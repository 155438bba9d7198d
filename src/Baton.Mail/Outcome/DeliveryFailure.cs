namespace Baton.Mail;

/// <summary>Why a letter did not arrive.</summary>
/// <param name="Reason">What the servers' words and codes mean.</param>
/// <param name="Recipient">The first address that was not reached; empty when not told.</param>
/// <param name="Status">The enhanced status code (RFC 3463), e.g. <c>5.1.1</c>; empty when there is none.</param>
/// <param name="Diagnostic">What the refusing server said, or the report's own words; may be empty.</param>
public sealed record DeliveryFailure(FailureReason Reason, string Recipient, string Status, string Diagnostic)
{
    /// <summary>The reason in words for a reader who knows nothing of mail servers.</summary>
    public string Words => FailureReasons.Words(Reason);

    /// <summary>What the status code means; empty without a code.</summary>
    public string StatusWords => StatusCode.Words(Status);

    /// <summary>The refusal is about the sender or the letter, so the addressee is not to blame.</summary>
    public bool IsBecauseOfSender => FailureReasons.IsBecauseOfSender(Reason);
}

/// <summary>Why letters do not arrive.</summary>
public enum FailureReason
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>There is no such mailbox.</summary>
    MailboxUnknown,

    /// <summary>The mailbox is full.</summary>
    MailboxFull,

    /// <summary>The mailbox is disabled, suspended or unused.</summary>
    MailboxDisabled,

    /// <summary>The mailbox has moved.</summary>
    MailboxMoved,

    /// <summary>The mailbox or its domain takes no mail, or only from some.</summary>
    NotAccepting,

    /// <summary>The domain does not exist or names no mail server.</summary>
    HostUnknown,

    /// <summary>The mail server does not answer or breaks off.</summary>
    Network,

    /// <summary>The server does not handle mail for the domain that names it.</summary>
    RelayDenied,

    /// <summary>The letter waited too long.</summary>
    Expired,

    /// <summary>The letter went in a loop.</summary>
    MailLoop,

    /// <summary>The receiving system has no room.</summary>
    SystemFull,

    /// <summary>The receiving system failed.</summary>
    SystemError,

    /// <summary>The letter is too large.</summary>
    TooLarge,

    /// <summary>The letter's form was not accepted.</summary>
    LetterMalformed,

    /// <summary>The letter was taken for spam.</summary>
    Spam,

    /// <summary>The letter was taken for dangerous.</summary>
    Virus,

    /// <summary>The sending host is on a block list.</summary>
    PoorReputation,

    /// <summary>SPF, DKIM or DMARC did not pass.</summary>
    AuthenticationFailed,

    /// <summary>The sending host has no name in reverse DNS.</summary>
    NoReverseDns,

    /// <summary>The sender's address was refused.</summary>
    SenderRefused,

    /// <summary>The sender is to try again later, as every new one.</summary>
    Greylisted,

    /// <summary>Too much at once.</summary>
    RateLimited,

    /// <summary>Refused by a rule that is not named.</summary>
    Policy,

    /// <summary>The sender's own service did not send it.</summary>
    Suppressed,
}

/// <summary>Reasons in words.</summary>
internal static class FailureReasons
{
    public static bool IsBecauseOfSender(FailureReason reason) => reason is FailureReason.TooLarge or FailureReason.LetterMalformed or FailureReason.Spam or FailureReason.Virus
        or FailureReason.PoorReputation or FailureReason.AuthenticationFailed or FailureReason.NoReverseDns or FailureReason.SenderRefused or FailureReason.Greylisted
        or FailureReason.RateLimited or FailureReason.Policy or FailureReason.Suppressed;

    public static string Words(FailureReason reason) => reason switch
    {
        FailureReason.MailboxUnknown => "There is no such mailbox.",
        FailureReason.MailboxFull => "The mailbox is full.",
        FailureReason.MailboxDisabled => "The mailbox is disabled.",
        FailureReason.MailboxMoved => "The mailbox has moved.",
        FailureReason.NotAccepting => "The mailbox takes no mail, or only from some senders.",
        FailureReason.HostUnknown => "The domain does not exist or names no mail server.",
        FailureReason.Network => "The mail server could not be reached.",
        FailureReason.RelayDenied => "The mail server does not take mail for this domain.",
        FailureReason.Expired => "The letter could not be handed over in time.",
        FailureReason.MailLoop => "The letter went in a loop.",
        FailureReason.SystemFull => "The receiving system has no room.",
        FailureReason.SystemError => "The receiving system failed.",
        FailureReason.TooLarge => "The letter is too large.",
        FailureReason.LetterMalformed => "The letter's form was not accepted.",
        FailureReason.Spam => "The letter was taken for spam.",
        FailureReason.Virus => "The letter was taken for dangerous.",
        FailureReason.PoorReputation => "The sending host is blocked.",
        FailureReason.AuthenticationFailed => "The sender could not be verified (SPF, DKIM, DMARC).",
        FailureReason.NoReverseDns => "The sending host has no valid name in reverse DNS.",
        FailureReason.SenderRefused => "The sender's address was refused.",
        FailureReason.Greylisted => "New senders have to try again later.",
        FailureReason.RateLimited => "Too much was sent at once.",
        FailureReason.Policy => "A rule of the receiving system refused the letter.",
        FailureReason.Suppressed => "The sender's own mail service did not send it.",
        _ => "The reason is not told.",
    };
}
