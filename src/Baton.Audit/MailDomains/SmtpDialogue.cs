using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Baton.Audit;

/// <summary>An answer of a mail server.</summary>
/// <param name="Code">Three digits; 0 when the line was none.</param>
/// <param name="Text">All its lines, without the digits.</param>
internal sealed record SmtpAnswer(int Code, string Text);

/// <summary>A talk with a mail server, line by line (RFC 5321), that never comes to a message.</summary>
internal sealed class SmtpDialogue : IAsyncDisposable
{
    private const int LongestLine = 2048;
    private const int MostLines = 100;

    private readonly string _host;
    private readonly string _self;
    private Stream _stream;

    private SmtpDialogue(string host, Stream stream)
    {
        (_host, _stream) = (host, stream);
        // Who has no name of its own in DNS says its address (RFC 5321, 4.1.3).
        var own = ((stream as NetworkStream)?.Socket.LocalEndPoint as IPEndPoint)?.Address;
        _self = own is { AddressFamily: AddressFamily.InterNetworkV6 } ? own.IsIPv4MappedToIPv6 ? $"[{own.MapToIPv4()}]" : $"[IPv6:{own}]" : $"[{own}]";
    }

    public static async Task<SmtpDialogue> ConnectAsync(AddressGuard guard, string host, int port, CancellationToken cancellationToken) =>
        new(host, await guard.ConnectAsync(new DnsEndPoint(host, port), cancellationToken));

    public Task<SmtpAnswer> GreetingAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public Task<SmtpAnswer> HelloAsync(CancellationToken cancellationToken) => AskAsync($"EHLO {_self}", cancellationToken);

    public async Task<SmtpAnswer> AskAsync(string line, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellationToken);
        await _stream.FlushAsync(cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    /// <summary>Goes over to TLS after the server agreed to.</summary>
    /// <returns>The version, and what is wrong with the certificate.</returns>
    public async Task<(string Protocol, string? Problem)> SecureAsync(CancellationToken cancellationToken)
    {
        string? problem = null;
        var secure = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = secure;
        await secure.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = _host,
                // Between mail servers any certificate is taken (RFC 7435); what is wrong with it is reported, and nothing secret is sent.
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                {
                    problem = Words(certificate as X509Certificate2, chain, errors);
                    return certificate is not null;
                },
            },
            cancellationToken);
        return (secure.SslProtocol.ToString(), problem);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static string? Words(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return null;
        if (certificate is null) return "it shows no certificate";
        List<string> wrong = [];
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) wrong.Add($"it is for {certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)}");
        wrong.AddRange((chain?.ChainStatus ?? []).Select(status => status.Status).Distinct().Select(status => status switch
        {
            X509ChainStatusFlags.NotTimeValid => string.Create(CultureInfo.InvariantCulture, $"it holds from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}"),
            X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain => "no authority that is trusted here stands behind it",
            _ => status.ToString(),
        }));
        return string.Join("; ", wrong);
    }

    private async Task<SmtpAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var (text, code) = (new StringBuilder(), 0);
        for (var count = 0; count < MostLines; count++)
        {
            var line = await LineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out code)) return new(0, line);
            text.Append(text.Length > 0 ? "\n" : "").Append(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-') break;
        }
        return new(code, text.ToString());
    }

    // A line at a time and not a byte more: what follows the answer to STARTTLS is no longer text.
    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var bytes = new List<byte>(80);
        var one = new byte[1];
        while (bytes.Count < LongestLine)
        {
            if (await _stream.ReadAsync(one, cancellationToken) == 0) throw new IOException("The server closed the connection.");
            if (one[0] == (byte)'\n') break;
            if (one[0] != (byte)'\r') bytes.Add(one[0]);
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
