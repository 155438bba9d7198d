using Baton.Mail;
using Baton.Testing;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace Baton.EndToEnd.Tests;

/// <summary>A customer with a mailbox on a real server.</summary>
internal sealed class LetterCustomer(MailServers servers)
{
    public const string Address = $"ada@{MailServers.Domain}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task WritesAsync(string subject, MimeEntity body, Letter? answers = null)
    {
        var letter = new MimeMessage { Subject = subject, Body = body };
        letter.From.Add(new MailboxAddress("Ada Okafor", Address));
        letter.To.Add(MailboxAddress.Parse(answers?.ReplyTo[0].Address ?? $"desk@{MailServers.Domain}"));
        if (answers?.MessageId is { } id)
        {
            letter.InReplyTo = id;
            letter.References.AddRange([.. answers.References, id]);
        }

        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", servers.SmtpPort, MailKit.Security.SecureSocketOptions.None, Cancel);
        await client.SendAsync(letter, Cancel);
        await client.DisconnectAsync(true, Cancel);
    }

    public async Task<Letter> GetsAsync(Func<Letter, bool> fits)
    {
        var options = new MailServerOptions { Host = "127.0.0.1", Port = servers.ImapPort, Security = MailSecurity.None, User = Address, Password = MailServers.Password };
        var reader = new ImapReader(options, TimeProvider.System, NullLogger<ImapReader>.Instance);
        return await reader.FollowAsync("INBOX", null, Cancel).Select(fetched => LetterReader.Read(fetched.Raw)).FirstAsync(fits, Cancel);
    }
}
