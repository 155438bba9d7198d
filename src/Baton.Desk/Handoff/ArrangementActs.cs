using Baton.Journal;

namespace Baton.Desk;

/// <summary>What a customer who waits may arrange.</summary>
internal static class ArrangementActs
{
    /// <summary>The place in the queue stays; what was promised is promised anew for the way that was chosen.</summary>
    /// <param name="state">The conversation.</param>
    /// <param name="command">What the customer chose.</param>
    /// <param name="offer">What is open to choose.</param>
    /// <param name="notices">The service's sentences.</param>
    /// <param name="now">Now.</param>
    /// <param name="zone">Zone of the promised times.</param>
    public static Decision Arrange(ConversationState state, ArrangeAnswer command, AnswerOffer offer, Notices notices, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (offer.WaitingBy is not { } waitingBy) return Decision.Refuse(RefusalCode.Conflict, "Nobody is awaited in this conversation: there is nothing to choose.");
        var arranged = new AnswerArranged(command.Way, command.Address?.Trim() ?? "", command.At);
        if (arranged.Way == AnswerWays.Waiting) arranged = new(AnswerWays.Waiting, "", null);
        if (Wrong(arranged, offer) is { } wrong) return Decision.Refuse(RefusalCode.Invalid, wrong);
        var by = arranged.Way switch
        {
            AnswerWays.Callback => arranged.NotBefore + offer.CallbackWithin ?? offer.CallbackBy!.Value,
            AnswerWays.Email => offer.EmailBy!.Value,
            // Whoever waits here already was promised a time, and that one stands.
            _ => state.Arrangement is null or { Way: AnswerWays.Waiting } ? state.PromisedBy ?? waitingBy : waitingBy,
        };
        if (arranged.Way == AnswerWays.Email) arranged = arranged with { Mailbox = offer.Mailbox, OwnAddress = offer.OwnAddress, Subject = notices.AnswerSubject(state.Locale) };
        return arranged == state.Arrangement || (state.Arrangement is null && arranged.Way == AnswerWays.Waiting)
            ? Decision.Nothing
            : Decision.Happens(arranged, notices.Arranged(state.Locale, arranged, new(by, offer.IsOutOfHours), now, zone));
    }

    private static string? Wrong(AnswerArranged arranged, AnswerOffer offer) => arranged switch
    {
        { Way: AnswerWays.Waiting } => null,
        { Way: AnswerWays.Callback } when offer.CallbackBy is null => "Nobody calls customers here. Wait, or choose another way.",
        { Way: AnswerWays.Callback } when !IsPhone(arranged.Address) => "A phone number has 5 to 15 digits and may begin with +; spaces, dots, brackets and hyphens are fine. Correct it.",
        { Way: AnswerWays.Callback, NotBefore: { } at } when !offer.CallbackTimes.Contains(at) => "At that time nobody can call any more. Choose one of the times that are offered now.",
        { Way: AnswerWays.Callback } => null,
        { Way: AnswerWays.Email } when offer.EmailBy is null => "Answers do not come by mail here. Wait, or choose another way.",
        { Way: AnswerWays.Email } when !IsMail(arranged.Address) => "That is no mail address. Correct it, for example ada@mail.example.",
        { Way: AnswerWays.Email, NotBefore: not null } => "Only a call has a time to choose.",
        { Way: AnswerWays.Email } => null,
        _ => "The way is waiting, callback or email.",
    };

    private static bool IsPhone(string text) =>
        text.Length <= 30 && text.Count(char.IsAsciiDigit) is >= 5 and <= 15 && text.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '.' or '-' or '/' or '(' or ')' or '+')
        && text.LastIndexOf('+') <= 0;

    private static bool IsMail(string text) =>
        text.Length is > 2 and <= 254 && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && MimeKit.MailboxAddress.TryParse(text, out var address) && address.Address == text && text.IndexOf('@', StringComparison.Ordinal) > 0;
}
