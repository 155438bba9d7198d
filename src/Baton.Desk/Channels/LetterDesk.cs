using System.Text.Json;
using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>What people and programs do with letters beside answering them.</summary>
public interface ILetterDesk
{
    /// <summary>Whether any mailbox is served.</summary>
    bool IsOpen { get; }

    /// <summary>A form on a website: opens a conversation that is answered by letter. The same id again is the same conversation.</summary>
    /// <returns>The conversation; or why not.</returns>
    Task<(ConversationId? Conversation, Refusal? Refusal)> SubmitAsync(FilledForm form, CancellationToken cancellationToken);

    /// <summary>What a worker has begun to write in a conversation; null when nothing is saved.</summary>
    Task<LetterDraft?> GetDraftAsync(ConversationId conversation, WorkerId worker, CancellationToken cancellationToken);

    /// <summary>Saves what a worker has begun to write; null or an empty text forgets it.</summary>
    Task SaveDraftAsync(ConversationId conversation, WorkerId worker, LetterDraft? draft, CancellationToken cancellationToken);

    /// <summary>Letters that were given up, the latest first, at most 500.</summary>
    Task<IReadOnlyList<DeadLetter>> ListDeadAsync(CancellationToken cancellationToken);

    /// <summary>Tries a letter that was given up again; false when there is none with that id.</summary>
    Task<bool> RetryAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>Letters of programs that belong to no conversation, the latest first, at most 500.</summary>
    Task<IReadOnlyList<UnplacedLetter>> ListUnplacedAsync(CancellationToken cancellationToken);
}

/// <summary>A form that somebody filled in on a website.</summary>
/// <param name="Id">The form's own id, 1 to 64 letters, digits, <c>-</c> and <c>_</c>: sending it again changes nothing.</param>
/// <param name="Name">Who; may be empty.</param>
/// <param name="Address">Where the answer goes. Not proven.</param>
/// <param name="Subject">May be empty.</param>
/// <param name="Text">At most <see cref="Limits.TextLength"/> characters.</param>
/// <param name="Locale">BCP 47; null for the mailbox's.</param>
/// <param name="Mailbox">Which mailbox answers; null for the first.</param>
public sealed record FilledForm(string Id, string Name, string Address, string Subject, string Text, string? Locale, string? Mailbox);

/// <summary>A letter that was given up.</summary>
/// <param name="MessageId">Its Message-ID.</param>
/// <param name="Conversation">Whose.</param>
/// <param name="QueuedAt">When it was decided.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Why">What the last try ended with.</param>
public sealed record DeadLetter(string MessageId, ConversationId Conversation, DateTimeOffset QueuedAt, int Tries, string Why);

/// <inheritdoc/>
internal sealed class LetterDesk(IGrainFactory grains, IKeptValues kept, AnswerCap cap, IOptions<MailOptions> options, TimeProvider time) : ILetterDesk
{
    private const string Drafts = "letter-drafts";
    private const string Forms = "letter-forms";
    private const int Most = 500;

    public bool IsOpen => options.Value.Mailboxes.Count > 0;

    public async Task<(ConversationId? Conversation, Refusal? Refusal)> SubmitAsync(FilledForm form, CancellationToken cancellationToken)
    {
        var mailbox = form.Mailbox is null ? options.Value.Mailboxes.FirstOrDefault() : options.Value.Mailboxes.FirstOrDefault(own => own.Name == form.Mailbox);
        if (mailbox is null) return (null, new(RefusalCode.NotFound, "No such mailbox answers forms here."));
        if (new LetterWish(form.Subject, [new("", form.Address)]).Check() is { } wrong) return (null, wrong);
        var id = LetterIds.OfContent("form", form.Id, form.Address, form.Text);
        var (mayBeAnswered, last) = await cap.CountAsync(form.Address, id, cancellationToken);
        var conversation = new ConversationId(await kept.AddAsync(Forms, id, ((mayBeAnswered ? null : last) ?? ConversationId.New(time)).Value, cancellationToken));
        var customer = new Correspondent(TextOf.Line(form.Name, 120), form.Address);
        var letter = new LetterArrived(id, 0, "form", mailbox.Name, mailbox.Address, new("", customer, [new(mailbox.DisplayName, mailbox.Address)], [], TextOf.Line(form.Subject, 200), []), customer, mayBeAnswered)
        {
            Evidence = mayBeAnswered ? "a form on a website" : "its address had as many automatic answers today as one may have",
        };
        var open = new OpenConversation("form", new(null, customer.Name.Length > 0 ? customer.Name : customer.Address, null), form.Locale ?? mailbox.Locale, mailbox.Team, false);
        var result = await grains.GetGrain<IConversationGrain>(conversation.Value).WriteLetterAsync(open, new(id, form.Text, []), letter).WaitAsync(cancellationToken);
        if (result.Refusal is { } refusal) return (null, refusal);
        await cap.RememberAsync(form.Address, conversation, cancellationToken);
        return (conversation, null);
    }

    public async Task<LetterDraft?> GetDraftAsync(ConversationId conversation, WorkerId worker, CancellationToken cancellationToken) =>
        await kept.GetAsync(Drafts, Key(conversation, worker), cancellationToken) is { } json ? JsonSerializer.Deserialize(json, ChannelsJson.Default.LetterDraft) : null;

    public Task SaveDraftAsync(ConversationId conversation, WorkerId worker, LetterDraft? draft, CancellationToken cancellationToken) => string.IsNullOrWhiteSpace(draft?.Text)
        ? kept.RemoveAsync(Drafts, Key(conversation, worker), cancellationToken)
        : kept.PutAsync(Drafts, Key(conversation, worker), JsonSerializer.Serialize(draft with { Text = TextOf.Cut(TextOf.Clean(draft.Text), Limits.TextLength) }, ChannelsJson.Default.LetterDraft), cancellationToken);

    public async Task<IReadOnlyList<DeadLetter>> ListDeadAsync(CancellationToken cancellationToken) =>
        [.. (await kept.ListAsync(OutboxGrain.GivenUp, Most, cancellationToken))
            .Select(value => (value.Key, Entry: JsonSerializer.Deserialize(value.Value, ChannelsJson.Default.OutboxEntry)!))
            .Select(letter => new DeadLetter(letter.Key, new(letter.Entry.Conversation), letter.Entry.QueuedAt, letter.Entry.Tries, letter.Entry.Why ?? ""))
            .OrderByDescending(letter => letter.QueuedAt)];

    public async Task<bool> RetryAsync(string messageId, CancellationToken cancellationToken)
    {
        if (await kept.GetAsync(OutboxGrain.GivenUp, messageId, cancellationToken) is not { } json) return false;
        var now = time.GetUtcNow();
        var entry = JsonSerializer.Deserialize(json, ChannelsJson.Default.OutboxEntry)! with { Tries = 0, QueuedAt = now, NextAt = now };
        await kept.PutAsync(OutboxGrain.Waiting, messageId, JsonSerializer.Serialize(entry, ChannelsJson.Default.OutboxEntry), cancellationToken);
        await kept.RemoveAsync(OutboxGrain.GivenUp, messageId, cancellationToken);
        await grains.GetGrain<IOutboxGrain>(0).KeepSendingAsync();
        return true;
    }

    public async Task<IReadOnlyList<UnplacedLetter>> ListUnplacedAsync(CancellationToken cancellationToken) =>
        [.. (await kept.ListAsync(IncomingLetters.Unplaced, Most, cancellationToken)).Select(value => JsonSerializer.Deserialize(value.Value, ChannelsJson.Default.UnplacedLetter)!).OrderByDescending(letter => letter.At)];

    private static string Key(ConversationId conversation, WorkerId worker) => $"{conversation}:{worker}";
}
