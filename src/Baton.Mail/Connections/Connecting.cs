using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Baton.Mail;

/// <summary>Connects and signs in, the same way for both protocols.</summary>
internal static class Connecting
{
    private const double LongestPauseSeconds = 300;

    public static async Task ConnectAsync(MailService client, MailServerOptions options, CancellationToken cancellationToken)
    {
        client.Timeout = (int)options.Timeout.TotalMilliseconds;
        if (options.TrustedCertificate is { } print)
        {
            // The one that was named and no other; without a name the usual checks stay.
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || IsNamed(certificate, print);
        }

        var security = options.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        await client.ConnectAsync(options.Host, options.Port, security, cancellationToken);
        if (options.User is { } user)
            await client.AuthenticateAsync(user, options.Password ?? "", cancellationToken);
    }

    /// <summary>The server or the way to it failed; trying again may help.</summary>
    public static bool IsPassing(Exception failure) => failure switch
    {
        AuthenticationException or SslHandshakeException => false,
        SmtpCommandException refused => (int)refused.StatusCode is >= 400 and < 500,
        ImapCommandException => false,
        OperationCanceledException => false,
        IOException or System.Net.Sockets.SocketException or ProtocolException or ServiceNotConnectedException or TimeoutException => true,
        _ => false,
    };

    /// <summary>1, 2, 4 … seconds, five minutes at most, and a part by chance so that many do not return at once.</summary>
    public static TimeSpan Pause(int failures) =>
        TimeSpan.FromSeconds(Math.Min(LongestPauseSeconds, Math.Pow(2, Math.Min(failures - 1, 10))) * (0.75 + (RandomNumberGenerator.GetInt32(0, 500) / 1000.0)));

    private static bool IsNamed(X509Certificate? certificate, string print) =>
        certificate is not null && certificate.GetCertHashString(HashAlgorithmName.SHA256).Equals(print, StringComparison.OrdinalIgnoreCase);
}
