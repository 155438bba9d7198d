using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Utils;

namespace Baton.Mail;

/// <summary>Hands letters to a mail server.</summary>
/// <param name="options">The server; checked at the first letter.</param>
/// <param name="time">The clock of pauses and of the Date field.</param>
/// <param name="log">Where failed tries are told.</param>
public sealed partial class SmtpSender(MailServerOptions options, TimeProvider time, ILogger<SmtpSender> log)
{
    private const int TriesAtMost = 4;

    /// <summary>
    /// Sends a letter, trying again with growing pauses when the server puts it off or the connection fails. If the connection breaks after the
    /// letter was given over, it may arrive twice, under the same Message-ID.
    /// </summary>
    /// <exception cref="InvalidOperationException">The options are wrong; the message says all that is.</exception>
    /// <exception cref="ArgumentException">Nobody is addressed, or an address cannot be one.</exception>
    /// <exception cref="MailKit.Security.AuthenticationException">The server refuses the user or password.</exception>
    /// <exception cref="MailKit.Security.SslHandshakeException">The server's certificate is not trusted.</exception>
    public async Task<SendResult> SendAsync(OutgoingLetter letter, CancellationToken cancellationToken)
    {
        if (options.Mistakes("Mail:Smtp") is { Count: > 0 } mistakes)
            throw new InvalidOperationException(string.Join(' ', mistakes));
        using var message = Compose(letter);
        for (var failures = 1; ; failures++)
        {
            try
            {
                using var client = new ReportingClient(letter.AsksForReports, message.MessageId!);
                await Connecting.ConnectAsync(client, options, cancellationToken);
                var sender = letter.BounceTo is { } reports ? Mailbox(reports) : letter.IsAutomaticReply ? new MailboxAddress("", "") : Mailbox(letter.From);
                var answer = await client.SendAsync(message, sender, letter.To.Concat(letter.Cc).Select(Mailbox).ToList(), cancellationToken);
                await client.DisconnectAsync(quit: true, cancellationToken);
                return new SendResult(SendStatus.Accepted, message.MessageId!, answer);
            }
            catch (Exception put) when (Connecting.IsPassing(put))
            {
                TryFailed(options.Host, failures, put.Message);
                if (failures == TriesAtMost)
                    return new SendResult(SendStatus.Unreachable, message.MessageId!, put.Message);
            }
            catch (SmtpCommandException refused)
            {
                return new SendResult(SendStatus.Refused, message.MessageId!, $"{(int)refused.StatusCode} {refused.Message}");
            }

            await Task.Delay(Connecting.Pause(failures), time, cancellationToken);
        }
    }

    private MimeMessage Compose(OutgoingLetter letter)
    {
        if (letter.To.Count == 0)
            throw new ArgumentException("The letter is addressed to nobody.", nameof(letter));
        var message = new MimeMessage
        {
            Subject = LetterReader.OneLine(letter.Subject),
            Date = time.GetLocalNow(),
            MessageId = letter.MessageId ?? MimeUtils.GenerateMessageId(letter.From.Domain.Length > 0 ? letter.From.Domain : "localhost"),
        };
        message.From.Add(Mailbox(letter.From));
        message.To.AddRange(letter.To.Select(Mailbox));
        message.Cc.AddRange(letter.Cc.Select(Mailbox));
        if (letter.ReplyTo is { } replyTo)
            message.ReplyTo.Add(Mailbox(replyTo));
        if (letter.InReplyTo is { } answered)
            message.InReplyTo = answered;
        message.References.AddRange(letter.References);
        if (letter.InReplyTo is { } last && !letter.References.Contains(last, StringComparer.OrdinalIgnoreCase))
            message.References.Add(last);
        if (letter.IsAutomaticReply)
            message.Headers.Add("Auto-Submitted", "auto-replied");
        var body = new BodyBuilder { TextBody = letter.Text };
        foreach (var file in letter.Attachments)
            body.Attachments.Add(file.Name.Length > 0 ? file.Name : "file", file.Content.ToArray(), ContentType.TryParse(file.MediaType, out var type) ? type : new ContentType("application", "octet-stream"));
        message.Body = body.ToMessageBody();
        return message;
    }

    private static MailboxAddress Mailbox(LetterAddress address) =>
        MailboxAddress.TryParse(address.Address, out var parsed) && parsed.Address.Contains('@', StringComparison.Ordinal)
            ? new MailboxAddress(address.Name, parsed.Address)
            : throw new ArgumentException($"'{address.Address}' cannot be a mail address.", nameof(address));

    [LoggerMessage(Level = LogLevel.Information, Message = "A letter could not be handed to {Host}, try {Failures}: {Reason}")]
    private partial void TryFailed(string host, int failures, string reason);

    /// <summary>Asks for reports on every recipient, with the letter's id as the envelope's.</summary>
    private sealed class ReportingClient(bool asks, string id) : SmtpClient
    {
        protected override string? GetEnvelopeId(MimeMessage message) => asks ? id : null;

        protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
            asks ? DeliveryStatusNotification.Success | DeliveryStatusNotification.Delay | DeliveryStatusNotification.Failure : null;
    }
}
