using System.Text.Json;
using Baton.Journal;
using Baton.Mail;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>
/// Takes letters in: each becomes or continues a conversation, or is noted in one, exactly once however often it is brought. What it opens is
/// decided before it is opened and kept, so that a crash in between changes nothing.
/// </summary>
internal sealed partial class IncomingLetters(
    IGrainFactory grains, LetterThreads threads, LetterFiles files, AnswerCap cap, IKeptValues kept, IOptions<MailOptions> options, TimeProvider time, ILogger<IncomingLetters> logger)
{
    public const string Unplaced = "letter-unplaced";
    private const string Seen = "letter-seen";

    /// <summary>Below this a program's letter may be a person's after all, and a person must see it.</summary>
    private const double Surely = 0.6;

    /// <summary>Takes one letter in.</summary>
    public async Task TakeAsync(MailboxOptions mailbox, ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        var letter = LetterReader.Read(raw);
        var from = letter.From is [var first, ..] ? first : new LetterAddress("", "");
        if (IsOurs(letter, from)) return;
        var id = LetterIds.OfContent(letter.MessageId ?? "", from.Address, letter.Date?.ToString("O") ?? "", letter.Subject, letter.Text);
        var outcome = Outcome.Of(letter);
        var known = await kept.GetAsync(Seen, id, cancellationToken) is { } seen && ConversationId.TryParse(seen, out var before) ? before : await threads.FindAsync(letter, cancellationToken);
        if (IsProgram(outcome))
        {
            if (known is { } about) await NoteAsync(about, id, mailbox, letter, outcome, cancellationToken);
            else await SetAsideAsync(id, mailbox, letter, Kind(outcome), cancellationToken);
            return;
        }

        // A first letter of few words is told from a program's by nothing; then it is the count that guards.
        var mayBeAnswered = outcome.MayBeAnsweredAutomatically || (outcome is { Kind: OutcomeKind.CouldNotTell, ShowsNoProgram: true });
        var (isBelowCap, last) = mayBeAnswered ? await cap.CountAsync(from.Address, id, cancellationToken) : (true, null);
        var conversation = known ?? (isBelowCap ? null : last) ?? ConversationId.New(time);
        if (!ConversationId.TryParse(await kept.AddAsync(Seen, id, conversation.Value, cancellationToken), out conversation)) return;
        await WriteAsync(conversation, id, mailbox, letter, outcome, opens: known is null, mayBeAnswered && isBelowCap, isBelowCap, cancellationToken);
        await threads.RememberAsync(letter, conversation, cancellationToken);
        await cap.RememberAsync(from.Address, conversation, cancellationToken);
    }

    /// <summary>Puts a letter that could not be taken in where a worker can see it.</summary>
    public Task SetAsideAsync(MailboxOptions mailbox, ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        var letter = LetterReader.Read(raw);
        return SetAsideAsync(LetterIds.OfContent(letter.MessageId ?? "", letter.Subject, letter.Text), mailbox, letter, "could-not-read", cancellationToken);
    }

    private async Task WriteAsync(
        ConversationId conversation, string id, MailboxOptions mailbox, Letter letter, Outcome outcome, bool opens, bool mayBeAnswered, bool isBelowCap, CancellationToken cancellationToken)
    {
        var folded = FoldedLetter.Read(letter.Text);
        var text = TextOf.Message(letter, folded, opens);
        var keptFiles = await files.KeepAsync(conversation, id, letter, text, cancellationToken);
        var message = new WriteMessage(id, text.Length > 0 || keptFiles.Files.Count > 0 ? TextOf.Cut(text, Limits.TextLength) : "(an empty letter)", keptFiles.Files);
        var arrived = Arrived(id, Kind(outcome), mailbox, letter, mayBeAnswered) with
        {
            Quoted = folded.New.Length > 0 ? Shortened(folded.Quoted) : "",
            Signature = Shortened(folded.Signature),
            Html = keptFiles.Html,
            BlockedPictures = keptFiles.BlockedPictures,
            NotKept = keptFiles.NotKept,
            Evidence = isBelowCap ? Words(outcome) : "its address had as many automatic answers today as one may have",
        };
        var open = new OpenConversation("email", LetterSender.CustomerOf(letter, mailbox), LetterSender.LocaleOf(letter, mailbox), mailbox.Team, false);
        var result = await grains.GetGrain<IConversationGrain>(conversation.Value).WriteLetterAsync(open, message, arrived).WaitAsync(cancellationToken);
        if (result.Refusal is { } refusal) LogRefused(logger, conversation, refusal.Why);
    }

    private async Task NoteAsync(ConversationId conversation, string id, MailboxOptions mailbox, Letter letter, Outcome outcome, CancellationToken cancellationToken)
    {
        var arrived = Arrived(id, Kind(outcome), mailbox, letter, false) with { Text = Shortened(letter.Text), Evidence = Words(outcome) };
        var tracked = Reported(conversation, letter, outcome);
        await grains.GetGrain<IConversationGrain>(conversation.Value).NoteLetterAsync(arrived, tracked).WaitAsync(cancellationToken);
        await kept.AddAsync(Seen, id, conversation.Value, cancellationToken);
    }

    /// <summary>What opens nothing and belongs to nothing is kept where a worker can see it, and never answered.</summary>
    private Task<string> SetAsideAsync(string id, MailboxOptions mailbox, Letter letter, string kind, CancellationToken cancellationToken)
    {
        var from = letter.From is [var first, ..] ? first : new LetterAddress("", "");
        var row = new UnplacedLetter(id, mailbox.Name, new(TextOf.Line(from.Name, 120), from.Address), TextOf.Line(letter.Subject, 300), kind, time.GetUtcNow(), TextOf.Cut(TextOf.Clean(letter.Text), 4_000));
        return kept.AddAsync(Unplaced, id, JsonSerializer.Serialize(row, ChannelsJson.Default.UnplacedLetter), cancellationToken);
    }

    private static LetterArrived Arrived(string id, string kind, MailboxOptions mailbox, Letter letter, bool mayBeAnswered)
    {
        var from = Person(letter.From is [var first, ..] ? first : new LetterAddress("", ""));
        var answerTo = letter.ReplyTo is [var reply, ..] ? Person(reply) : from;
        var outside = new Envelope(TextOf.Line(letter.MessageId ?? "", 500), from, People(letter.To), People(letter.Cc), TextOf.Line(letter.Subject, 300), [.. letter.References.Concat(letter.InReplyTo).Distinct().Select(reference => TextOf.Line(reference, 500)).TakeLast(50)]);
        return new(id, 0, kind, mailbox.Name, mailbox.Address, outside, answerTo, mayBeAnswered && answerTo.Address.Contains('@', StringComparison.Ordinal));
    }

    private static LetterTracked? Reported(ConversationId conversation, Letter letter, Outcome outcome)
    {
        var state = outcome.Kind switch
        {
            OutcomeKind.Bounced or OutcomeKind.Blocked => LetterStates.Bounced,
            OutcomeKind.Delayed => LetterStates.Delayed,
            OutcomeKind.Delivered => LetterStates.Arrived,
            _ => null,
        };
        var ours = letter.InReplyTo.Concat(letter.References).Prepend(letter.Original?.MessageId ?? "").FirstOrDefault(id => LetterIds.ConversationOf(id) == conversation);
        if (state is null || ours is null) return null;
        var detail = outcome.Failure is { } failure ? $"{failure.Words} {failure.Diagnostic}" : outcome.Evidence is [var sign, ..] ? sign.Quote : "";
        return new(ours.Trim('<', '>'), state, TextOf.Line(detail, 500)) { Recipient = TextOf.Line(outcome.Failure?.Recipient ?? "", 320) };
    }

    /// <summary>Our own words coming back, as a copy or over a rule in somebody's mailbox, are not taken for anybody's.</summary>
    private bool IsOurs(Letter letter, LetterAddress from) =>
        letter.MessageId is { } id && LetterIds.ConversationOf(id) is not null && options.Value.Mailboxes.Any(mailbox => mailbox.Address.Equals(from.Address, StringComparison.OrdinalIgnoreCase));

    private static bool IsProgram(Outcome outcome) => outcome.Kind switch
    {
        OutcomeKind.HumanReply or OutcomeKind.SubstantiveReply or OutcomeKind.CouldNotTell => false,
        OutcomeKind.MachineReply => outcome.Confidence >= Surely,
        _ => true,
    };

    private static string Kind(Outcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.Kind.ToString());

    private static string Words(Outcome outcome) => TextOf.Line(string.Join("; ", outcome.Evidence.Take(3).Select(sign => $"{sign.Where}: {sign.Says}")), 300);

    private static string Shortened(string text) => TextOf.Cut(TextOf.Clean(text), Limits.TextLength);

    private static Correspondent Person(LetterAddress address) => new(TextOf.Line(address.Name, 120), TextOf.Line(address.Address, 320));

    private static List<Correspondent> People(IEnumerable<LetterAddress> addresses) => [.. addresses.Take(100).Select(Person)];

    [LoggerMessage(Level = LogLevel.Error, Message = "A letter for conversation {Conversation} was refused: {Why}")]
    private static partial void LogRefused(ILogger logger, ConversationId conversation, string why);
}
