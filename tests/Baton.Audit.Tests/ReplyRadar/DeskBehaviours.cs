using Baton.Mail;
using MimeKit;

namespace Baton.Audit.Tests;

/// <summary>What each address of the fake organisation does with mail; the part before the at sign is its habit.</summary>
internal static class DeskBehaviours
{
    /// <summary>Addresses that somebody or something answers, with what the report must say of them.</summary>
    public static readonly IReadOnlyList<Told> All =
    [
        new("prompt", ProbeOutcome.Resolved) { Replied = 0.5 },
        new("prompt2", ProbeOutcome.Resolved) { Replied = 2 },
        new("prompt3", ProbeOutcome.Resolved) { Replied = 3.25 },
        new("slow", ProbeOutcome.Resolved) { Replied = 150 },
        new("silent", ProbeOutcome.Silent) { Reminded = true },
        new("silent2", ProbeOutcome.Silent) { Reminded = true },
        new("ackonly", ProbeOutcome.Acknowledged) { Acknowledged = 0.05, Reminded = true },
        new("kept", ProbeOutcome.Resolved) { Acknowledged = 0.05, Replied = 20, Promise = PromiseFate.Kept },
        new("broken", ProbeOutcome.Resolved) { Acknowledged = 0.05, Replied = 100, Promise = PromiseFate.Broken },
        new("never", ProbeOutcome.Acknowledged) { Acknowledged = 0.05, Promise = PromiseFate.Broken, Reminded = true },
        new("newthread", ProbeOutcome.Resolved) { Replied = 5, By = "the address made for its replies" },
        new("otherhouse", ProbeOutcome.Resolved) { Replied = 6, By = "its token" },
        new("rewritten", ProbeOutcome.Resolved) { Replied = 7, By = "its id inside another" },
        new("likely", ProbeOutcome.Unclear),
        new("away", ProbeOutcome.Silent) { Reminded = true },
        new("awayfirst", ProbeOutcome.Resolved) { Replied = 70 },
        new("loop", ProbeOutcome.Acknowledged) { Acknowledged = 0.05 },
        new("unread", ProbeOutcome.Unread),
        new("partial", ProbeOutcome.Replied) { Replied = 8, Answered = 1 },
        new("reminded", ProbeOutcome.Resolved) { Replied = 168 + 3, Reminded = true },
        new("forgetful", ProbeOutcome.Replied) { Replied = 168 + 4, Reminded = true, Answered = 0 },
        new("delayed", ProbeOutcome.Resolved) { Replied = 30 },
        new("objecting", ProbeOutcome.Replied) { Replied = 1, Answered = 0 },
        new("challenging", ProbeOutcome.Silent) { Reminded = true },
    ];

    /// <summary>Addresses whose mail the server returns, and with which words.</summary>
    public static readonly IReadOnlyDictionary<string, string> Bounces = new Dictionary<string, string>
    {
        ["b1"] = "5.1.1 <b1@nordlicht.example>: Recipient address rejected: User unknown in virtual mailbox table",
        ["b2"] = "5.1.1 The email account that you tried to reach does not exist",
        ["b3"] = "5.2.2 Mailbox full",
        ["b4"] = "5.2.2 The recipient's mailbox is over quota",
        ["b5"] = "5.2.1 The email account that you tried to reach is disabled",
        ["b6"] = "5.1.2 Host or domain name not found",
        ["b7"] = "5.4.4 Unable to route: no mail hosts for domain",
        ["b8"] = "5.4.1 Recipient address rejected: Access denied",
        ["b9"] = "5.1.10 Recipient not found",
        ["b10"] = "5.1.6 The mailbox has moved and no forwarding address is known",
        ["b11"] = "5.3.0 No such user here",
        ["b12"] = "5.1.3 Bad destination mailbox address syntax",
        ["b13"] = "5.4.6 Routing loop detected: too many hops",
        ["b14"] = "5.4.7 Delivery time expired",
        ["b15"] = "5.1.1 Mailbox does not exist! Address unknown",
        ["b16"] = "5.5.0 Requested action not taken: mailbox unavailable",
        ["b17"] = "5.3.1 Mail system full",
        ["b18"] = "5.2.0 account inactive",
        ["b19"] = "5.1.1 unknown or illegal alias",
        ["b20"] = "5.4.1 The domain does not accept mail: nullMX",
    };

    /// <summary>An address whose mail is refused because of who sends it.</summary>
    public const string Blocked = "5.7.1 Service unavailable; client host blocked using zen.spamhaus.org";

    public static IEnumerable<DeskAnswer> Of(string route, Letter letter)
    {
        var isReminder = letter.InReplyTo.Count > 0;
        var name = route[..route.IndexOf('@', StringComparison.Ordinal)];
        return isReminder ? Reminder(name, letter) : First(name);
    }

    private static IEnumerable<DeskAnswer> First(string name) => name switch
    {
        "prompt" => [Full(0.5)],
        "prompt2" => [Full(2)],
        "prompt3" => [Full(3.25)],
        "slow" => [Full(150)],
        "ackonly" => [Ack("Thank you for your message. We have received it and will answer as soon as possible.")],
        "kept" => [Ack("Thank you for your message. We have received it and will reply within 2 business days."), Full(20)],
        "broken" => [Ack("Thank you for your message. We have received it and will reply within 24 hours."), Full(100)],
        "never" => [Ack("Thank you for contacting us. Your request has been received. We will get back to you within 3 working days.")],
        "newthread" => [new(Hours(5), (asked, route) => DeskLetters.New("Jana Brandt", route, asked.From[0].Address, "Your message to Nordlicht", Words(asked)))],
        "otherhouse" => [new(Hours(6), (asked, _) => DeskLetters.New("Nordlicht Team", "team@helpdesk-cloud.example", DeskLetters.Cut(asked.From[0].Address), "Your message", $"{Words(asked)}\n\n> {asked.Text.Replace("\n", "\n> ", StringComparison.Ordinal)}"))],
        "rewritten" => [new(Hours(7), Rewritten)],
        "likely" => [new(Hours(9), (asked, route) => DeskLetters.New("Jana Brandt", route, DeskLetters.Cut(asked.From[0].Address), "Re: " + asked.Subject, Words(asked)))],
        "away" => [Away()],
        "awayfirst" => [Away(), Full(70)],
        "loop" => [Ack("Thank you for your message. We have received it."), .. Enumerable.Range(1, 14).Select(hour => new DeskAnswer(Hours(hour), (asked, route) => DeskLetters.Automatic(asked, route, $"[Ticket 48{hour:00}] received", "Thank you for your message. We have received it.")) { HasNullPath = true })],
        "unread" => [new(Hours(0.05), (asked, route) => DeskLetters.Automatic(asked, route, "Automatic reply: " + asked.Subject, "This mailbox is not monitored. Please do not reply to this message; visit our help pages instead.")) { HasNullPath = true }],
        "partial" => [new(Hours(8), (asked, route) => DeskLetters.Person(asked, route, $"Hello,\n\nthank you for your message.\n{DeskLetters.Answers(asked).Split('\n')[0]}"))],
        "delayed" => [new(Hours(4), Delay) { HasNullPath = true }, Full(30)],
        "objecting" => [new(Hours(1), (asked, route) => DeskLetters.Person(asked, route, "Hello,\n\nplease do not contact us again with such enquiries."))],
        "challenging" => [new(Hours(0.1), (asked, route) => DeskLetters.Automatic(asked, route, "Please confirm your message", "Your message is being held. To deliver it, please confirm that you are a person by clicking the link below: https://filter.example/c/123. You only have to do this once.")) { HasNullPath = true }],
        _ => [],
    };

    private static IEnumerable<DeskAnswer> Reminder(string name, Letter letter) => name switch
    {
        // The closing mail quotes nothing and wants no answer.
        _ when !letter.Text.Contains("\n> ", StringComparison.Ordinal) => [],
        "reminded" => [Full(3)],
        "forgetful" => [new(Hours(4), (asked, route) => DeskLetters.Person(asked, route, "Hello,\n\nthank you for your message. Could you please tell us again what your question was?"))],
        _ => [],
    };

    private static DeskAnswer Full(double hours) => new(Hours(hours), (asked, route) => DeskLetters.Person(asked, route, Words(asked)));

    private static DeskAnswer Ack(string text) => new(Hours(0.05), (asked, route) => DeskLetters.Automatic(asked, route, "We have received your message", $"Hello,\n\n{text}")) { HasNullPath = true };

    private static DeskAnswer Away() => new(Hours(0.05), (asked, route) => DeskLetters.Automatic(asked, route, "Automatic reply: " + asked.Subject, "I am out of the office and have no access to my mail.")) { HasNullPath = true };

    private static string Words(Letter asked) => $"Hello,\n\nthank you for your message. Our answers:\n\n{DeskLetters.Answers(asked)}";

    private static MimeMessage Rewritten(Letter asked, string route)
    {
        var message = DeskLetters.New("Nordlicht", route, DeskLetters.Cut(asked.From[0].Address), "[#481516] Re: " + asked.Subject, Words(asked));
        message.InReplyTo = $"ticket-481516-{asked.MessageId!.Replace('@', '=')}@desk.{DeskLetters.House}";
        return message;
    }

    private static MimeMessage Delay(Letter asked, string route)
    {
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns; mx." + DeskLetters.House } });
        status.StatusGroups.Add(new HeaderList { { "Final-Recipient", "rfc822; " + route }, { "Action", "delayed" }, { "Status", "4.4.1" } });
        var original = new TextRfc822Headers { Message = new MimeMessage() };
        original.Message.Headers.Replace(HeaderId.MessageId, $"<{asked.MessageId}>");
        var message = DeskLetters.New("Mail Delivery System", "mailer-daemon@mx." + DeskLetters.House, asked.From[0].Address, "Warning: could not send message for past 4 hours", "");
        message.Body = new MultipartReport("delivery-status") { new TextPart("plain") { Text = "This is a warning only. Your message has been delayed; delivery will still be tried." }, status, original };
        return message;
    }

    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
}

/// <summary>What an address was told to do, as the report must say it.</summary>
/// <param name="Name">The part before the at sign.</param>
/// <param name="Outcome">How far its enquiry comes.</param>
internal sealed record Told(string Name, ProbeOutcome Outcome)
{
    public double? Acknowledged { get; init; }

    public double? Replied { get; init; }

    public bool Reminded { get; init; }

    public int? Answered { get; init; }

    public PromiseFate? Promise { get; init; }

    public string? By { get; init; }
}
