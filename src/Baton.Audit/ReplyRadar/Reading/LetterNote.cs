using Baton.Mail;

namespace Baton.Audit;

/// <summary>What one letter says about its probe.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Sha256">Its raw copy.</param>
/// <param name="By">What tied it to the probe.</param>
/// <param name="Outcome">What it is.</param>
/// <param name="House">The sender's domain: an audit looks at an organisation, not at its people.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Quote">The beginning of what is new in it.</param>
/// <param name="Answers">For every question the passage that answers it, or null.</param>
internal sealed record LetterNote(DateTimeOffset At, string Sha256, string By, Outcome Outcome, string House, string Subject, string Quote, IReadOnlyList<string?> Answers)
{
    private const int LongestQuote = 160;

    /// <summary>It asks something back.</summary>
    public bool AsksBack { get; init; }

    /// <summary>It asks for what was said already.</summary>
    public bool AsksToRepeat { get; init; }

    /// <summary>The words that want no more mail from us; <see langword="null"/> without.</summary>
    public string? Objects { get; init; }

    /// <summary>It says something on the matter. An acknowledgement never does; what a program wrote does only if it answers a question.</summary>
    public bool IsReply => Outcome.Kind is OutcomeKind.HumanReply or OutcomeKind.SubstantiveReply || (Outcome.Kind == OutcomeKind.MachineReply && !Outcome.IsUnreadMailbox && Answers.Any(answer => answer is not null));

    /// <summary>It is evidence that the other side took the mail in.</summary>
    public bool ShowsArrival => IsReply || Outcome.Kind is OutcomeKind.Delivered or OutcomeKind.Acknowledgement or OutcomeKind.OutOfOffice or OutcomeKind.DispositionNotice or OutcomeKind.Challenge or OutcomeKind.MachineReply;

    /// <summary>Reads a letter.</summary>
    /// <param name="raw">Its bytes.</param>
    /// <param name="came">When and how it came.</param>
    /// <param name="enquiry">What was asked.</param>
    public static LetterNote Read(ReadOnlyMemory<byte> raw, LetterCame came, Enquiry enquiry)
    {
        var letter = LetterReader.Read(raw);
        var outcome = Outcome.Of(letter);
        var said = FoldedLetter.Read(letter.Text).New;
        var mayAnswer = outcome.Kind is OutcomeKind.HumanReply or OutcomeKind.SubstantiveReply or OutcomeKind.MachineReply or OutcomeKind.CouldNotTell || (outcome.Kind == OutcomeKind.Acknowledgement && outcome.Author != LetterAuthor.Program);
        IReadOnlyList<string?> answers = mayAnswer ? QuestionMatcher.Match(enquiry, said) : [.. enquiry.Questions.Select(_ => (string?)null)];
        outcome = KnowingTheQuestions(outcome, answers);
        var speaks = outcome.Kind is OutcomeKind.HumanReply or OutcomeKind.SubstantiveReply or OutcomeKind.MachineReply;
        return new(came.At, came.Sha256, came.By, outcome, letter.From.Count > 0 ? letter.From[0].Domain : "", letter.Subject, Short(said), speaks ? answers : [.. answers.Select(_ => (string?)null)])
        {
            AsksBack = speaks && QuestionMatcher.AsksBack(enquiry, said),
            AsksToRepeat = speaks && QuestionMatcher.AsksToRepeat(said),
            Objects = outcome.Author == LetterAuthor.Program ? null : Objection.Find(said),
        };
    }

    /// <summary>
    /// We know what we asked. What answers it is a reply, though nothing else shows that; and "two days" in an answer to "how long does it
    /// take?" promises nothing.
    /// </summary>
    private static Outcome KnowingTheQuestions(Outcome outcome, IReadOnlyList<string?> answers)
    {
        if (answers.All(answer => answer is null)) return outcome;
        if (outcome.Kind is OutcomeKind.CouldNotTell or OutcomeKind.Acknowledgement) outcome = outcome with { Kind = OutcomeKind.SubstantiveReply };
        return outcome.Promise is { } promise && answers.Any(answer => answer is not null && (answer.Contains(promise.Quote, StringComparison.OrdinalIgnoreCase) || promise.Quote.Contains(answer, StringComparison.OrdinalIgnoreCase))) ? outcome with { Promise = null } : outcome;
    }

    private static string Short(string text) => Snippets.Short(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestQuote);
}
