using Baton.Journal;

namespace Baton.Desk;

/// <summary>Turns what is said in a conversation by letter into letters: one for all that is said at once.</summary>
internal static class OutgoingLetters
{
    private static readonly string[] _replyWords = ["re", "aw", "antw", "sv", "vs", "rv", "res", "réf", "回复", "答复"];

    /// <summary>The decided events, and behind them the letter that carries what they say; unchanged where nothing is to be sent.</summary>
    /// <param name="state">The conversation before them.</param>
    /// <param name="conversation">Which.</param>
    /// <param name="events">What was decided.</param>
    /// <param name="acknowledges">Whether promises of the service are told by letter.</param>
    /// <param name="wish">Subject and copies as a worker wants them; null for the usual.</param>
    public static IReadOnlyList<ConversationEvent> With(
        ConversationState state, ConversationId conversation, IReadOnlyList<ConversationEvent> events, Func<string, bool> acknowledges, LetterWish? wish)
    {
        var letters = events.OfType<LetterArrived>().LastOrDefault(letter => letter.MessageVersion > 0) is { } arrived ? Correspondence.After(state.Letters, arrived) : state.Letters;
        if (letters is null) return events;
        List<int> carries = [];
        var isAutomatic = true;
        for (var i = 0; i < events.Count; i++)
        {
            if (!IsSaid(events[i], letters, acknowledges)) continue;
            carries.Add(state.Version + i + 1);
            isAutomatic &= events[i] is not WorkerReplied;
        }

        return carries.Count == 0 || (isAutomatic && !letters.MayBeAnswered)
            ? events
            : [.. events, new LetterQueued(carries, letters.Mailbox, Outside(letters, LetterIds.Make(conversation, carries[0], letters.OwnAddress), isAutomatic, wish), isAutomatic)];
    }

    /// <summary>The subject of an answer.</summary>
    public static string SubjectOf(string subject)
    {
        var bare = subject.Trim();
        var colon = bare.IndexOfAny([':', '：']);
        return colon is > 0 and <= 6 && _replyWords.Contains(bare[..colon].Trim(), StringComparer.OrdinalIgnoreCase) ? bare : $"Re: {bare}".TrimEnd();
    }

    /// <summary>A notice is told by letter only when it promises a time: letters about who is there now would be old when they are read.</summary>
    private static bool IsSaid(ConversationEvent happened, Correspondence letters, Func<string, bool> acknowledges) => happened switch
    {
        AgentReplied or WorkerReplied => true,
        CustomerNotified { Kind: NoticeKinds.ConductWarning or NoticeKinds.ContactEnded } => true,
        CustomerNotified { By: not null } => acknowledges(letters.Mailbox),
        _ => false,
    };

    /// <summary>What no person wrote goes to the sender alone (RFC 3834 section 4).</summary>
    private static Envelope Outside(Correspondence letters, string messageId, bool isAutomatic, LetterWish? wish) => new(
        messageId,
        new("", letters.OwnAddress),
        [letters.AnswerTo],
        isAutomatic ? [] : wish?.Cc ?? letters.Cc,
        string.IsNullOrWhiteSpace(wish?.Subject) ? SubjectOf(letters.Subject) : wish.Subject.Trim(),
        letters.Answered.Length > 0 ? [.. letters.References.Where(id => id != letters.Answered), letters.Answered] : letters.References);
}

/// <summary>What a worker wants on the outside of a letter.</summary>
/// <param name="Subject">At most 200 characters on one line; null or empty for the usual.</param>
/// <param name="Cc">Who gets a copy, at most 20; null for those who had one before.</param>
[GenerateSerializer, Immutable]
public sealed record LetterWish([property: Id(0)] string? Subject, [property: Id(1)] IReadOnlyList<Correspondent>? Cc)
{
    /// <summary>Why it cannot be; null when it can.</summary>
    internal Refusal? Check()
    {
        if (Subject is { Length: > 200 } || Subject?.Any(char.IsControl) == true) return new(RefusalCode.Invalid, "A subject has at most 200 characters on one line.");
        if (Cc is { Count: > 20 }) return new(RefusalCode.Invalid, "A letter has at most 20 copies.");
        return Cc?.FirstOrDefault(copy => !MimeKit.MailboxAddress.TryParse(copy.Address, out var address) || address.Address.IndexOf('@', StringComparison.Ordinal) < 1) is { } wrong
            ? new(RefusalCode.Invalid, $"'{wrong.Address}' is no mail address. Correct it or take it out.")
            : null;
    }
}
