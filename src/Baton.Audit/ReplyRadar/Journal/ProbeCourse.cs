using Baton.Mail;

namespace Baton.Audit;

/// <summary>Whether the twins of an enquiry arrived at the auditor's own control mailboxes.</summary>
internal enum TwinState
{
    /// <summary>Not yet, and there is still time.</summary>
    Waiting,

    /// <summary>At least one did.</summary>
    Arrived,

    /// <summary>None did, or only among spam: our mail does not get through, so the other side's silence says nothing.</summary>
    Missing,
}

/// <summary>One probe as far as it is known: what was sent, what came, what that makes.</summary>
/// <param name="Plan">What was planned.</param>
internal sealed record ProbeCourse(ProbePlan Plan)
{
    /// <summary>The mails that were sent.</summary>
    public IReadOnlyList<MailSent> Sent { get; init; } = [];

    /// <summary>The mails that were not.</summary>
    public IReadOnlyList<MailNotSent> NotSent { get; init; } = [];

    /// <summary>Twins by control mailbox.</summary>
    public IReadOnlyList<TwinSent> Twins { get; init; } = [];

    /// <summary>Twins that were found.</summary>
    public IReadOnlyList<TwinArrived> TwinsFound { get; init; } = [];

    /// <summary>What came, by its time; not what waits for a person.</summary>
    public IReadOnlyList<LetterNote> Letters { get; init; } = [];

    /// <summary>What may belong here and waits for a person's yes.</summary>
    public IReadOnlyList<LetterCame> Unconfirmed { get; init; } = [];

    /// <summary>What came by another way, as a person recorded it.</summary>
    public IReadOnlyList<SeenElsewhere> Elsewhere { get; init; } = [];

    /// <summary>The enquiry as it was sent.</summary>
    public MailSent? Opening => Of(WriteStep.Opening);

    /// <summary>The reminder.</summary>
    public MailSent? FollowUp => Of(WriteStep.FollowUp);

    /// <summary>The end.</summary>
    public MailSent? Closing => Of(WriteStep.Closing);

    /// <summary>When it was accepted, as far as anything shows it.</summary>
    public DateTimeOffset? ArrivedAt => Letters.FirstOrDefault(letter => letter.ShowsArrival)?.At;

    /// <summary>The first acknowledgement.</summary>
    public LetterNote? Acknowledgement => Letters.FirstOrDefault(letter => letter.Outcome.Kind == OutcomeKind.Acknowledgement);

    /// <summary>The first reply that says something on the matter.</summary>
    public LetterNote? Reply => Letters.FirstOrDefault(letter => letter.IsReply);

    /// <summary>When somebody first replied by any way.</summary>
    public DateTimeOffset? RepliedAt => Earlier(Reply?.At, Elsewhere.Count > 0 ? Elsewhere.Min(seen => seen.At) : null);

    /// <summary>The report that the enquiry came back.</summary>
    public LetterNote? Bounce => Letters.FirstOrDefault(letter => letter.Outcome.Kind == OutcomeKind.Bounced);

    /// <summary>The report that the enquiry was refused because of us.</summary>
    public LetterNote? Block => Letters.FirstOrDefault(letter => letter.Outcome.Kind == OutcomeKind.Blocked);

    /// <summary>The letter that says that nobody reads this mailbox.</summary>
    public LetterNote? Unread => Letters.FirstOrDefault(letter => letter.Outcome.IsUnreadMailbox);

    /// <summary>The letter that makes us prove that we are people.</summary>
    public LetterNote? Challenge => Letters.FirstOrDefault(letter => letter.Outcome.Kind == OutcomeKind.Challenge);

    /// <summary>The letter that wants no more mail from us.</summary>
    public LetterNote? Objection => Letters.FirstOrDefault(letter => letter.Objects is not null);

    /// <summary>For each question the first passage that answers it, with its letter.</summary>
    public IReadOnlyList<(string Quote, LetterNote Letter)?> Answers => [.. Plan.Enquiry.Questions.Select((_, index) =>
        Letters.Where(letter => letter.IsReply && letter.Answers[index] is not null).Select(letter => ((string, LetterNote)?)(letter.Answers[index]!, letter)).FirstOrDefault())];

    /// <summary>When the last question was answered; <see langword="null"/> while one is not.</summary>
    public DateTimeOffset? CompleteAt => Answers is var answers && answers.All(answer => answer is not null) ? answers.Max(answer => answer!.Value.Letter.At) : null;

    /// <summary>When all was answered by letters that leave nothing open: nothing asked back, nothing more promised.</summary>
    public DateTimeOffset? ResolvedAt
    {
        get
        {
            if (CompleteAt is not { } complete) return null;
            var last = Letters.Where(letter => letter.IsReply && letter.At >= complete).ToList();
            return last.Find(letter => !letter.AsksBack && letter.Outcome.Promise is null)?.At;
        }
    }

    /// <summary>No further mail can change it, so it need not be watched on.</summary>
    public bool IsOver => NotSent.Any(not => not.Step == WriteStep.Opening) || ResolvedAt is not null || Bounce is not null || Block is not null || Unread is not null || Objection is not null;

    /// <summary>Whether twins show that mail like this arrives.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="patience">How long a twin may take.</param>
    public TwinState Twin(DateTimeOffset now, TimeSpan patience) =>
        TwinsFound.Any(twin => !twin.IsSpam) ? TwinState.Arrived : Opening is { } opening && now >= opening.At + patience ? TwinState.Missing : TwinState.Waiting;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null ? other : other is null || one < other ? one : other;

    private MailSent? Of(WriteStep step) => Sent.FirstOrDefault(sent => sent.Step == step);
}
