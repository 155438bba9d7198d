using Baton.Mail;

namespace Baton.Desk;

/// <summary>Mail as a channel. Section <c>Mail</c>; without mailboxes there is none.</summary>
public sealed class MailOptions
{
    /// <summary>The mailboxes that are served. Default: none.</summary>
    public IList<MailboxOptions> Mailboxes { get; } = [];

    /// <summary>
    /// Key of the addresses that are made for replies, at least 16 characters; whoever knows it can write into conversations. Keep it: replies to
    /// letters sent under another are found by their references only. No default.
    /// </summary>
    public string Secret { get; set; } = "";

    /// <summary>
    /// A domain all of whose mail comes to the first mailbox, e.g. <c>replies.shop.example</c>, for reply addresses; null makes them with a plus
    /// (<c>desk+key@shop.example</c>), which some programs cut off. Default: null.
    /// </summary>
    public string? ReplyDomain { get; set; }

    /// <summary>By when a person answers a letter, at the latest; promised to customers and kept as a deadline. 1 minute to 30 days. Default: 1 day.</summary>
    public TimeSpan AnswersWithin { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a letter that cannot be handed over is tried again. 1 minute to 14 days. Default: 2 days.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(2);

    /// <summary>
    /// The most letters a day that a program answers to one address; from then on only people do. The last guard against loops with programs that
    /// hide what they are. 1 to 100. Default: 8.
    /// </summary>
    public int AutomaticAnswersPerDay { get; set; } = 8;

    /// <summary>Whether conversations on a channel are answered by letter.</summary>
    internal static bool IsByLetter(string channel) => channel is "email" or "form";

    internal bool Acknowledges(string mailbox) => Mailboxes.Any(own => own.Name == mailbox && own.Acknowledges);

    /// <summary>Letters are answered in their own time; out of hours it may be later.</summary>
    internal ExpectedWait Wait(string channel, ExpectedWait wait, DateTimeOffset now) =>
        IsByLetter(channel) && wait.By < now + AnswersWithin ? wait with { By = now + AnswersWithin } : wait;
}

/// <summary>One mailbox and the identity that answers from it.</summary>
public sealed class MailboxOptions
{
    /// <summary>A short name that never changes, letters, digits and <c>-</c>. No default.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its address, from which answers come. No default.</summary>
    public string Address { get; set; } = "";

    /// <summary>The name shown with the address. Default: empty.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The team its conversations belong to. Default: <c>default</c>.</summary>
    public string Team { get; set; } = "default";

    /// <summary>The language of customers whose letters name none, BCP 47. Default: <c>en</c>.</summary>
    public string Locale { get; set; } = "en";

    /// <summary>The folder that is read. Default: <c>INBOX</c>.</summary>
    public string Folder { get; set; } = "INBOX";

    /// <summary>True to take in what lay there before Baton saw the mailbox for the first time. Default: false.</summary>
    public bool ReadsEarlierLetters { get; set; }

    /// <summary>
    /// True to tell customers at once when a person will answer. False sends them nothing before the answer; the deadline stands all the same.
    /// Default: false.
    /// </summary>
    public bool Acknowledges { get; set; }

    /// <summary>What stands under every letter of a worker, below the name. Default: empty.</summary>
    public string Signature { get; set; } = "";

    /// <summary>
    /// The name under which this mailbox's own server reports that it checked a sender (RFC 8601, the word after <c>Authentication-Results:</c>).
    /// Only its <c>dmarc=pass</c> proves an address; null believes none. Default: null.
    /// </summary>
    public string? AuthenticationServer { get; set; }

    /// <summary>Where letters are fetched.</summary>
    public MailServerOptions Imap { get; set; } = new();

    /// <summary>Where letters are handed over.</summary>
    public MailServerOptions Smtp { get; set; } = new();
}
