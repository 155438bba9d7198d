namespace Baton.Mail.Tests;

public sealed class MailServerOptionsTests
{
    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var mistakes = new MailServerOptions { Port = 70000, User = "ada", Security = MailSecurity.None, TrustedCertificate = "ab:cd", Timeout = TimeSpan.Zero }.Mistakes("Mail:Imap");
        Assert.Equal(6, mistakes.Count);
        Assert.All(mistakes, mistake => Assert.StartsWith("Mail:Imap:", mistake, StringComparison.Ordinal));
    }

    [Fact]
    public void A_plain_connection_is_for_the_same_machine_only()
    {
        Assert.Empty(new MailServerOptions { Host = "localhost", Security = MailSecurity.None, User = "ada", Password = "x" }.Mistakes("Mail:Imap"));
        Assert.NotEmpty(new MailServerOptions { Host = "mail.shop.example", Security = MailSecurity.None, User = "ada", Password = "x" }.Mistakes("Mail:Imap"));
    }

    [Fact]
    public async Task Wrong_options_send_nothing()
    {
        var sender = new SmtpSender(new MailServerOptions(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<SmtpSender>.Instance);
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => sender.SendAsync(new OutgoingLetter(new("", "a@b.example"), [new("", "c@d.example")], "x", "y"), TestContext.Current.CancellationToken));
        Assert.Contains("Mail:Smtp:Host", wrong.Message, StringComparison.Ordinal);
    }
}
