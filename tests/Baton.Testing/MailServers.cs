using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Baton.Testing;

/// <summary>Which mailboxes the servers have, and what becomes of mail to other addresses of their domains.</summary>
/// <param name="Mailboxes">Addresses; what follows a plus is kept.</param>
public sealed record MailHouses(IReadOnlyList<string> Mailboxes)
{
    /// <summary>Addresses whose mail goes to one of the mailboxes.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <summary>Addresses whose mail the server returns, with its status code and words.</summary>
    public IReadOnlyDictionary<string, string> Returned { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// A real Postfix and Dovecot for the tests of one process, on free loopback ports and in a temporary folder; nothing of the machine's own
/// mail is read or changed. Mail to any of <see cref="Domain"/>'s mailboxes is delivered; to others of it, it bounces.
/// </summary>
public sealed class MailServers : IAsyncDisposable
{
    public const string Domain = "probe.example";
    public const string Password = "a test's password";

    /// <summary>Mailboxes that exist; what follows a plus is kept.</summary>
    public static readonly IReadOnlyList<string> Mailboxes = ["ada", "bob", "desk"];

    private static readonly string[] Queues = ["maildrop", "incoming", "active", "deferred"];

    private readonly string _folder;
    private readonly MailHouses _houses;
    private readonly List<Process> _processes = [];

    private MailServers(string folder, MailHouses houses) => (_folder, _houses) = (folder, houses);

    public int SmtpPort { get; private set; }

    public int ImapPort { get; private set; }

    public int ImapTlsPort { get; private set; }

    /// <summary>SHA-256 of the servers' certificate.</summary>
    public string Certificate { get; private set; } = "";

    /// <summary>What keeps the servers from running here; null when nothing does.</summary>
    public static string? Missing =>
        !File.Exists("/usr/sbin/postfix") || !File.Exists("/usr/sbin/dovecot") || !File.Exists("/usr/lib/dovecot/lmtp") ? "Postfix or Dovecot is not here: apt-get install postfix dovecot-imapd dovecot-lmtpd"
        : !Environment.IsPrivilegedProcess ? "Postfix starts as root only." : null;

    /// <exception cref="InvalidOperationException">A server does not start; its log is in the message.</exception>
    public static Task<MailServers> StartAsync(CancellationToken cancellationToken) => StartAsync(new MailHouses([.. Mailboxes.Select(name => $"{name}@{Domain}")]), cancellationToken);

    /// <param name="houses">Which mailboxes there are, and what else becomes of mail.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <exception cref="InvalidOperationException">A server does not start; its log is in the message.</exception>
    public static async Task<MailServers> StartAsync(MailHouses houses, CancellationToken cancellationToken)
    {
        var servers = new MailServers(Directory.CreateTempSubdirectory("baton-mail-").FullName, houses);
        await RunAsync("chmod", "755", servers._folder);
        servers.MakeCertificate();
        servers.SmtpPort = FreePort();
        servers.ImapPort = FreePort();
        servers.ImapTlsPort = FreePort();
        var lmtp = FreePort();
        await servers.StartDovecotAsync(lmtp);
        await servers.StartPostfixAsync(lmtp);
        foreach (var port in new[] { servers.SmtpPort, servers.ImapPort })
            await servers.AnswersAsync(port, cancellationToken);
        return servers;
    }

    /// <summary>Ends every IMAP session, as a restart of the server would, and takes new ones.</summary>
    public async Task DropImapSessionsAsync()
    {
        await RunAsync("doveadm", "-c", Path.Combine(_folder, "dovecot.conf"), "kick", "*");
    }

    /// <summary>Whether every letter handed over has been delivered, returned or dropped.</summary>
    public bool IsQuiet => Queues.All(queue => Files(Path.Combine(_folder, "queue", queue)) == 0);

    /// <summary>How many letters a mailbox holds.</summary>
    public int Count(string address)
    {
        var at = address.LastIndexOf('@');
        var mailbox = Path.Combine(_folder, "mail", address[(at + 1)..], address[..at]);
        return Files(Path.Combine(mailbox, "new")) + Files(Path.Combine(mailbox, "cur"));
    }

    public async ValueTask DisposeAsync()
    {
        // A gentle stop waits in whole seconds for processes that have nothing left to do.
        await RunAsync("postfix", "-c", Path.Combine(_folder, "postfix"), "abort");
        await RunAsync("doveadm", "-c", Path.Combine(_folder, "dovecot.conf"), "stop");
        foreach (var process in _processes)
            process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(80));
        File.WriteAllText(Path.Combine(_folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        Certificate = certificate.GetCertHashString(HashAlgorithmName.SHA256);
    }

    private async Task StartDovecotAsync(int lmtp)
    {
        var mail = Directory.CreateDirectory(Path.Combine(_folder, "mail")).FullName;
        await RunAsync("chown", "mail:mail", mail);
        var users = new StringBuilder();
        foreach (var address in _houses.Mailboxes)
            users.Append(CultureInfo.InvariantCulture, $"{address}:{{PLAIN}}{Password}:8:8::{mail}/{address}::\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "users"), users.ToString());
        await File.WriteAllTextAsync(Path.Combine(_folder, "dovecot.conf"), $$"""
            base_dir = {{_folder}}/run
            instance_name = {{Path.GetFileName(_folder)}}
            log_path = {{_folder}}/dovecot.log
            protocols = imap lmtp
            listen = 127.0.0.1
            ssl = yes
            ssl_cert = <{{_folder}}/cert.pem
            ssl_key = <{{_folder}}/key.pem
            disable_plaintext_auth = no
            auth_failure_delay = 0
            mail_location = maildir:{{mail}}/%d/%n
            mail_uid = 8
            mail_gid = 8
            first_valid_uid = 1
            recipient_delimiter = +
            passdb {
              driver = passwd-file
              args = {{_folder}}/users
            }
            userdb {
              driver = passwd-file
              args = {{_folder}}/users
            }
            service anvil {
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service imap-login {
              inet_listener imap {
                port = {{ImapPort}}
              }
              inet_listener imaps {
                port = {{ImapTlsPort}}
                ssl = yes
              }
            }
            service lmtp {
              inet_listener lmtp {
                address = 127.0.0.1
                port = {{lmtp}}
              }
            }
            """);
        await RunAsync("dovecot", "-c", Path.Combine(_folder, "dovecot.conf"));
    }

    private async Task StartPostfixAsync(int lmtp)
    {
        var configuration = Directory.CreateDirectory(Path.Combine(_folder, "postfix")).FullName;
        var queue = Directory.CreateDirectory(Path.Combine(_folder, "queue")).FullName;
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        await RunAsync("chown", "postfix", data);
        var mailboxes = Map(_houses.Mailboxes.Select(address => (address, address)));
        var domains = string.Join(' ', _houses.Mailboxes.Select(address => address[(address.LastIndexOf('@') + 1)..]).Distinct());
        await File.WriteAllTextAsync(Path.Combine(configuration, "main.cf"), $$"""
            compatibility_level = 3.6
            queue_directory = {{queue}}
            data_directory = {{data}}
            maillog_file = /dev/stdout
            maillog_file_prefixes = /dev/stdout, {{_folder}}
            myhostname = mx.{{Domain}}
            mydestination =
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            recipient_delimiter = +
            alias_maps =
            local_recipient_maps =
            virtual_mailbox_domains = {{domains}}
            virtual_mailbox_maps = {{mailboxes}}
            virtual_alias_maps = {{Map(_houses.Aliases.Select(alias => (alias.Key, alias.Value)))}}
            transport_maps = {{Map(_houses.Returned.Select(returned => (returned.Key, "error:" + returned.Value)))}}
            virtual_transport = lmtp:inet:127.0.0.1:{{lmtp}}
            default_transport = error:5.1.2 no mail leaves this machine
            smtpd_tls_security_level = may
            smtpd_tls_cert_file = {{_folder}}/cert.pem
            smtpd_tls_key_file = {{_folder}}/key.pem
            smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination
            smtpd_reject_unlisted_recipient = no
            message_size_limit = 1000000
            mailbox_size_limit = 0
            """);
        await File.WriteAllTextAsync(Path.Combine(configuration, "master.cf"), $"""
            127.0.0.1:{SmtpPort} inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            tlsmgr unix - - n 1000? 1 tlsmgr
            smtp unix - - n - - smtp
            lmtp unix - - n - - lmtp
            error unix - - n - - error
            retry unix - - n - - error
            local unix - n n - - local
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd

            """);
        await File.WriteAllTextAsync(Path.Combine(configuration, "dynamicmaps.cf"), "");

        // Logging to standard output needs Postfix in the foreground; its process is ours until it is told to stop.
        var log = Path.Combine(_folder, "postfix.log");
        var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec postfix -c '{configuration}' start-fg >'{log}' 2>&1"]) { UseShellExecute = false, WorkingDirectory = "/" })
            ?? throw new InvalidOperationException("Postfix does not start.");
        _processes.Add(process);
    }

    private static string Map(IEnumerable<(string Key, string Value)> pairs) => pairs.ToList() is { Count: > 0 } list ? $"inline:{{ {string.Join(", ", list.Select(pair => $"{{ {pair.Key} = {pair.Value} }}"))} }}" : "";

    private static int Files(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Count() : 0;

    private async Task AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, either.Token);
                var greeting = new byte[1];
                await client.GetStream().ReadExactlyAsync(greeting, either.Token);
                return;
            }
            catch (Exception failure) when (failure is SocketException or IOException && !either.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
            }
            catch (Exception failure) when (failure is SocketException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new InvalidOperationException($"Nothing answers on port {port}.\n{Log("postfix.log")}\n{Log("dovecot.log")}", failure);
            }
        }
    }

    private string Log(string name) => File.Exists(Path.Combine(_folder, name)) ? File.ReadAllText(Path.Combine(_folder, name)) : "";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" }) ?? throw new InvalidOperationException($"{file} does not start.");
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} failed: {await error}");
    }
}
