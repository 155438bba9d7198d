using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Baton.Audit.Tests;

/// <summary>How the small mail server behaves.</summary>
public sealed record SmtpBehaviour
{
    public string Greeting { get; init; } = "220 mx.nordlicht-moebel.de ESMTP";

    public bool OffersTls { get; init; } = true;

    /// <summary>What it says to RCPT, by the name before the at sign; <c>*</c> for all others.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string> { ["*"] = "250 ok" };
}

/// <summary>A mail server on the loopback that speaks as far as RCPT, with TLS, and remembers every line.</summary>
public sealed class SmallSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly SmtpBehaviour _behaviour;
    private readonly X509Certificate2 _certificate = Certificate();
    private Task _work = Task.CompletedTask;

    private SmallSmtp(SmtpBehaviour behaviour) => _behaviour = behaviour;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<string> Heard { get; } = new();

    public int Connections { get; private set; }

    public static SmallSmtp Start(SmtpBehaviour behaviour)
    {
        var server = new SmallSmtp(behaviour);
        server._listener.Start();
        server._work = server.ServeAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work;
        _certificate.Dispose();
        _stop.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=old.nordlicht-moebel.de", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        await SayAsync(stream, _behaviour.Greeting);
        while (await HearAsync(stream) is { } line)
        {
            Heard.Enqueue(line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "STARTTLS")
            {
                await SayAsync(stream, "220 go on");
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(_certificate);
                stream = secure;
                continue;
            }
            await SayAsync(stream, verb switch
            {
                "EHLO" => _behaviour.OffersTls && stream is not SslStream ? "250-mx\r\n250-STARTTLS\r\n250 SIZE 1000" : "250-mx\r\n250 SIZE 1000",
                "RCPT" => _behaviour.Names.GetValueOrDefault(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('@', StringComparison.Ordinal)], _behaviour.Names["*"]),
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (verb == "QUIT") return;
        }
    }

    private async Task SayAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), _stop.Token);

    private async Task<string?> HearAsync(Stream stream)
    {
        var (line, one) = (new StringBuilder(), new byte[1]);
        while (await stream.ReadAsync(one, _stop.Token) > 0)
        {
            if (one[0] == (byte)'\n') return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }
        return null;
    }
}
