using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Baton.Journal;
using Baton.Mail;

namespace Baton.Desk;

/// <summary>Writes out the letter that a conversation's log has queued.</summary>
internal sealed class LetterWriter(LetterThreads threads, IAttachmentStore store)
{
    private const int LongestQuote = 2_000;

    private readonly FrozenDictionary<string, Dictionary<string, string>> _texts = Load();

    /// <summary>The letter, whole; null when the log holds no such letter.</summary>
    public async Task<OutgoingLetter?> WriteAsync(ConversationId conversation, IReadOnlyList<LoggedEvent> log, int version, MailboxOptions mailbox, CancellationToken cancellationToken)
    {
        if (log.FirstOrDefault(logged => logged.Version == version)?.Event is not LetterQueued queued) return null;
        var opened = log.Select(logged => logged.Event).OfType<ConversationOpened>().First();
        var carried = log.Where(logged => queued.Carries.Contains(logged.Version)).ToList();
        var outside = queued.Envelope;
        List<LetterAttachment> files = [];
        foreach (var file in carried.Select(logged => logged.Event).OfType<WorkerReplied>().SelectMany(reply => reply.Attachments))
        {
            if (await store.GetAsync(conversation, file.Id, cancellationToken) is { } found) files.Add(new(file.Name, file.MediaType, found.Content, null));
        }

        var text = new StringBuilder();
        foreach (var said in carried) text.Append(Said(said.Event)).Append("\n\n");
        text.Append(Foot(opened.Locale, carried, mailbox, await threads.TokenAsync(conversation, cancellationToken)));
        text.Append(Quote(opened.Locale, log, carried[0].Version));
        var from = new LetterAddress(mailbox.DisplayName, mailbox.Address);
        var replyTo = new LetterAddress(mailbox.DisplayName, threads.ReplyAddress(conversation, mailbox));
        return new(from, Addresses(outside.To), outside.Subject, text.ToString())
        {
            Cc = Addresses(outside.Cc),
            ReplyTo = replyTo,
            // A report comes back to the conversation and, being a report, is never answered.
            BounceTo = replyTo,
            MessageId = outside.MessageId,
            InReplyTo = outside.References is [.., var last] ? last : null,
            References = outside.References,
            IsAutomaticReply = queued.IsAutomatic,
            Attachments = files,
        };
    }

    private static string Said(ConversationEvent happened) => happened switch
    {
        AgentReplied { Choices.Count: > 0 } reply => $"{reply.Text.Trim()}\n\n{string.Join('\n', reply.Choices.Select(choice => $"  - {choice.Label}"))}",
        AgentReplied reply => reply.Text.Trim(),
        WorkerReplied reply => reply.Text.Trim(),
        CustomerNotified notice => notice.Text.Trim(),
        _ => "",
    };

    /// <summary>Who wrote it: a person by name, or the agent as what it is, with the way to a person.</summary>
    private string Foot(string locale, IReadOnlyList<LoggedEvent> carried, MailboxOptions mailbox, string token)
    {
        var worker = carried.Select(logged => logged.Event).OfType<WorkerReplied>().LastOrDefault()?.WorkerName;
        var who = worker is not null ? string.Join('\n', new[] { worker, mailbox.Signature }.Where(line => line.Length > 0))
            : carried.Any(logged => logged.Event is AgentReplied) ? Text(locale, "agent")
            : mailbox.Signature;
        return $"-- \n{who}\nRef {token}\n".Replace("\n\n", "\n", StringComparison.Ordinal);
    }

    private string Quote(string locale, IReadOnlyList<LoggedEvent> log, int before)
    {
        if (log.LastOrDefault(logged => logged.Version < before && logged.Event is CustomerWrote) is not { Event: CustomerWrote wrote } asked) return "";
        var words = TextOf.Cut(wrote.Text.Trim(), LongestQuote);
        var name = log.Select(logged => logged.Event).OfType<ConversationOpened>().First().Customer.Name ?? "";
        var introduction = Text(locale, "quote").Replace("{time}", asked.At.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{name}", name, StringComparison.Ordinal);
        return $"\n{introduction}\n{string.Join('\n', words.Split('\n').Select(line => "> " + line.TrimEnd()))}\n";
    }

    private string Text(string locale, string key) =>
        _texts.TryGetValue(locale.Split('-')[0].ToLowerInvariant(), out var texts) && texts.TryGetValue(key, out var text) ? text : _texts["en"][key];

    private static List<LetterAddress> Addresses(IEnumerable<Correspondent> people) => [.. people.Select(person => new LetterAddress(person.Name, person.Address))];

    private static FrozenDictionary<string, Dictionary<string, string>> Load()
    {
        using var stream = typeof(LetterWriter).Assembly.GetManifestResourceStream("Baton.Desk.LetterTexts.json")
            ?? throw new InvalidOperationException("The letters' texts are missing from the assembly.");
        return JsonSerializer.Deserialize(stream, NoticesJson.Default.DictionaryStringDictionaryStringString)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
