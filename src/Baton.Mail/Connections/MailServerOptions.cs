namespace Baton.Mail;

/// <summary>How a mail server is reached.</summary>
public sealed class MailServerOptions
{
    /// <summary>Its name or address. No default.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port; 0 takes the usual one (IMAP 993 or 143, SMTP 465 or 587). Default: 0.</summary>
    public int Port { get; set; }

    /// <summary>How the connection is protected. Default: <see cref="MailSecurity.Tls"/>.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    /// <summary>Whom to sign in as; null signs in as nobody. Default: null.</summary>
    public string? User { get; set; }

    /// <summary>The password, needed with a <see cref="User"/>.</summary>
    public string? Password { get; set; }

    /// <summary>SHA-256 of a certificate that is trusted although no authority vouches for it, as 64 hexadecimal digits. Default: null, the machine's authorities decide.</summary>
    public string? TrustedCertificate { get; set; }

    /// <summary>Longest time for one exchange with the server, 1 second to 10 minutes. Default: 1 minute.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>All mistakes in words, each with what to do; empty when there is none.</summary>
    /// <param name="section">The section's name in configuration, e.g. <c>Mail:Imap</c>.</param>
    public IReadOnlyList<string> Mistakes(string section)
    {
        List<string> wrong = [];
        if (string.IsNullOrWhiteSpace(Host))
            wrong.Add($"{section}:Host is empty. Name the mail server, e.g. mail.shop.example.");
        if (Port is < 0 or > 65535)
            wrong.Add($"{section}:Port is {Port}. Set it between 1 and 65535, or 0 for the usual one.");
        if (!Enum.IsDefined(Security))
            wrong.Add($"{section}:Security is '{Security}'. Set it to Tls, StartTls or None.");
        if (Security == MailSecurity.None && User is not null && !IsLoopback)
            wrong.Add($"{section}:Security is None, which would send the password of {User} in the clear. Set it to Tls or StartTls.");
        if (User is not null && string.IsNullOrEmpty(Password))
            wrong.Add($"{section}:User is {User} but {section}:Password is empty. Set it, best as an environment variable.");
        if (TrustedCertificate is { } print && (print.Length != 64 || !print.All(char.IsAsciiHexDigit)))
            wrong.Add($"{section}:TrustedCertificate is no SHA-256 of a certificate: 64 hexadecimal digits without colons.");
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(10))
            wrong.Add($"{section}:Timeout is {Timeout}. Set it between 00:00:01 and 00:10:00.");
        return wrong;
    }

    private bool IsLoopback => Host is "localhost" or "127.0.0.1" or "::1";
}

/// <summary>How a connection to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>TLS after a greeting in the clear; without it nothing is sent.</summary>
    StartTls,

    /// <summary>None: for a server on the same machine.</summary>
    None,
}
