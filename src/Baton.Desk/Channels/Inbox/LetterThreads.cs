using System.Text;
using System.Text.RegularExpressions;
using Baton.Journal;
using Baton.Mail;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Finds the conversation a letter belongs to, and makes what lets the next one be found.</summary>
internal sealed partial class LetterThreads(IOptions<MailOptions> options, IKeptValues kept, IJournal journal)
{
    private const string Ids = "letter-ids";
    private const string Tokens = "letter-tokens";

    private readonly MailOptions _options = options.Value;

    /// <summary>The conversation; null when it is none of ours that still is in the log.</summary>
    public async Task<ConversationId?> FindAsync(Letter letter, CancellationToken cancellationToken)
    {
        foreach (var id in await CandidatesAsync(letter, cancellationToken))
        {
            if (await journal.ReadAsync(id, 0, cancellationToken) is { Count: > 0 }) return id;
        }

        return null;
    }

    /// <summary>Remembers a letter that came in: an answer to it may name it and none of ours.</summary>
    public Task RememberAsync(Letter letter, ConversationId conversation, CancellationToken cancellationToken) =>
        letter.MessageId is { Length: > 0 and <= 500 } id ? kept.AddAsync(Ids, id, conversation.Value, cancellationToken) : Task.CompletedTask;

    /// <summary>The address for replies to a conversation.</summary>
    public string ReplyAddress(ConversationId conversation, MailboxOptions mailbox) => Addresses(mailbox).Make(conversation.Value);

    /// <summary>The token that stands under a conversation's letters.</summary>
    public async Task<string> TokenAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        var token = LetterIds.Token(conversation, _options.Secret);
        await kept.AddAsync(Tokens, token, conversation.Value, cancellationToken);
        return token;
    }

    /// <summary>The surest first.</summary>
    private async Task<List<ConversationId>> CandidatesAsync(Letter letter, CancellationToken cancellationToken)
    {
        List<ConversationId> found = [];
        foreach (var mailbox in _options.Mailboxes) Add(Addresses(mailbox).Read(letter));
        foreach (var id in letter.InReplyTo.Concat(letter.References.Reverse()).Concat(Reported(letter)))
        {
            if (LetterIds.ConversationOf(id) is { } conversation) found.Add(conversation);
            else Add(await kept.GetAsync(Ids, id.Trim('<', '>', ' '), cancellationToken));
        }

        foreach (Match token in Token().Matches(letter.Subject + "\n" + TextOf.Cut(letter.Text, 100_000)))
            Add(await kept.GetAsync(Tokens, token.Groups["token"].Value, cancellationToken));
        return [.. found.Distinct()];

        void Add(string? id)
        {
            if (ConversationId.TryParse(id, out var conversation)) found.Add(conversation);
        }
    }

    private static IEnumerable<string> Reported(Letter letter) =>
        new[] { letter.Original?.MessageId, letter.Disposition?.OriginalMessageId, letter.Header("X-Failed-Message-ID") }.OfType<string>();

    private ReplyAddresses Addresses(MailboxOptions mailbox) =>
        new(_options.ReplyDomain is { } domain ? "@" + domain : mailbox.Address, Encoding.UTF8.GetBytes(_options.Secret));

    [GeneratedRegex(@"\bRef (?<token>[A-Z2-9]{10})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Token();
}
