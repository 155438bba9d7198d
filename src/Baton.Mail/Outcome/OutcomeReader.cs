namespace Baton.Mail;

/// <summary>Asks each kind in turn: reports first, since their form is plain, then what programs answer, then who wrote.</summary>
internal static class OutcomeReader
{
    public static Outcome Read(Letter letter)
    {
        var signs = AutomaticSigns.Read(letter);
        var words = new LetterWords(letter);
        var outcome = ServiceNotice.Read(letter)
            ?? NoticeReading.Read(letter, words, signs)
            ?? DeliveryReading.Read(letter, signs)
            ?? AnsweringReading.Challenge(words, signs)
            ?? AnsweringReading.Away(letter, words, signs)
            ?? AnsweringReading.Acknowledgement(letter, words, signs)
            ?? AuthorReading.Read(letter, words, signs);
        return outcome with
        {
            MayBeAnsweredAutomatically = MayBeAnswered(outcome, signs),
            ShowsNoProgram = ShowsNoProgram(outcome, signs),
            Reference = outcome.Reference ?? (outcome.Kind switch
            {
                OutcomeKind.MachineReply or OutcomeKind.SubstantiveReply or OutcomeKind.Challenge => ReferenceReader.Read(letter.Subject, words.Own.Text),
                OutcomeKind.HumanReply or OutcomeKind.OutOfOffice => ReferenceReader.Read(letter.Subject, ""),
                _ => null,
            }),
            IsUnreadMailbox = outcome.Kind is OutcomeKind.MachineReply or OutcomeKind.Acknowledgement && words.UnreadMailbox is not null,
        };
    }

    /// <summary>RFC 3834 and what experience adds: when in doubt, silence. A loop costs more than an unanswered letter that a person still sees.</summary>
    private static bool MayBeAnswered(Outcome outcome, AutomaticSigns signs) =>
        outcome.Kind is OutcomeKind.HumanReply or OutcomeKind.SubstantiveReply && ShowsNoProgram(outcome, signs);

    private static bool ShowsNoProgram(Outcome outcome, AutomaticSigns signs) =>
        outcome.Author != LetterAuthor.Program && signs is { Sure: null, HasNullPath: false, IsGenerated: false, IsNoReplyAddress: false, IsBulk: false };
}
