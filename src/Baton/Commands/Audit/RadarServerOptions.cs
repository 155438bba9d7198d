using System.Globalization;
using Baton.Audit;
using Baton.Mail;

namespace Baton;

/// <summary>How the servers of an engagement are reached, with passwords from the environment.</summary>
internal static class RadarServerOptions
{
    public static RadarServers Of(RadarScope scope) => new(Server("radar.smtp", scope.Smtp), Server("radar.imap", scope.Imap), scope.Controls.ToDictionary(control => control.Address, control => Server($"the control mailbox {control.Address}", control.Imap), StringComparer.Ordinal));

    /// <summary>An engagement's name as a folder's.</summary>
    public static string FileName(string name) => string.Concat(name.ToLower(CultureInfo.InvariantCulture).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');

    private static MailServerOptions Server(string name, MailServerScope scope)
    {
        var password = scope.PasswordFrom is { } variable ? Environment.GetEnvironmentVariable(variable) ?? throw new UserMistakeException($"The environment variable {variable}, which holds the password of {name}, is not set.") : null;
        var server = new MailServerOptions
        {
            Host = scope.Host,
            Port = scope.Port,
            Security = scope.Security switch { ServerSecurity.StartTls => MailSecurity.StartTls, ServerSecurity.None => MailSecurity.None, _ => MailSecurity.Tls },
            User = scope.User,
            Password = password,
            TrustedCertificate = scope.TrustedCertificate,
        };
        return server.Mistakes(name) is { Count: > 0 } mistakes ? throw new UserMistakeException(string.Join(Environment.NewLine, mistakes)) : server;
    }
}
