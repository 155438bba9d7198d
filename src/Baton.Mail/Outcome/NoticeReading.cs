namespace Baton.Mail;

/// <summary>Reading confirmations and complaints.</summary>
internal static class NoticeReading
{
    private static readonly IReadOnlyDictionary<string, CueList> _cues = CueList.Load("Cues.reports.txt");

    public static Outcome? Read(Letter letter, LetterWords words, AutomaticSigns signs)
    {
        if (letter.Complaint is { } complaint)
            return new Outcome(OutcomeKind.Complaint, 0.99, LetterAuthor.Program, [new Evidence("report", $"Feedback-Type: {complaint.Kind}", "a complaint report")]);
        if (letter.Disposition is { } notice)
            return new Outcome(OutcomeKind.DispositionNotice, 0.99, LetterAuthor.Program, [new Evidence("report", $"Disposition: {notice.Disposition}", "a reading confirmation")]);
        if (ComplaintWords(letter, words) is { } told)
            return new Outcome(OutcomeKind.Complaint, 0.85, LetterAuthor.Program, [told]);

        // Some programs confirm in words only.
        var subject = _cues["read subject"].Find(words.Subject);
        if (subject is { Start: < 6 } && _cues["read"].Find(words.Own) is { } read && LetterWords.Words(words.New.Text) < 90)
            return new Outcome(OutcomeKind.DispositionNotice, signs.Sure is null ? 0.8 : 0.9, LetterAuthor.Program, [words.Quote(read, "the words of a reading confirmation"), new Evidence("Subject", letter.Subject, "the subject of reading confirmations")]);
        return null;
    }

    private static Evidence? ComplaintWords(Letter letter, LetterWords words)
    {
        if (letter.Original is null || !words.SubjectSays("complaint"))
            return null;
        return letter.Header("X-HmXmrOriginalRecipient") is { } header ? new Evidence("X-HmXmrOriginalRecipient", header, "only complaint reports carry it") : new Evidence("Subject", letter.Subject, "the subject of complaint reports, with the letter complained of");
    }
}
