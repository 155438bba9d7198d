using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Baton.Audit;

/// <summary>A proxy on the loopback for the browser: passes on what leads to the public internet and refuses the rest, each name looked up and checked here.</summary>
internal sealed class GuardProxy : IAsyncDisposable
{
    private const int LongestHead = 64 * 1024;

    private readonly AddressGuard _guard;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public GuardProxy(AddressGuard guard)
    {
        _guard = guard;
        _listener.Start();
        _work = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> clients = [];
        try
        {
            while (true)
            {
                clients.RemoveAll(client => client.IsCompleted);
                clients.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(clients);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            await using var stream = client.GetStream();
            if (await HeadAsync(stream) is not { } head) return;
            var line = head[..head.IndexOf("\r\n", StringComparison.Ordinal)].Split(' ');
            if (line.Length != 3) return;
            var isTunnel = line[0] == "CONNECT";
            if (!Uri.TryCreate(isTunnel ? $"https://{line[1]}" : line[1], UriKind.Absolute, out var target)) return;
            await using var other = await _guard.ConnectAsync(new DnsEndPoint(target.IdnHost, target.Port), _stop.Token);
            if (isTunnel) await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), _stop.Token);
            else await other.WriteAsync(Encoding.Latin1.GetBytes(Direct(head, line, target)), _stop.Token);
            await Task.WhenAny(stream.CopyToAsync(other, _stop.Token), other.CopyToAsync(stream, _stop.Token));
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection ends; the browser sees a page or a part of it that could not be had, like any reader would.
            return;
        }
    }

    // One request a connection: the browser opens another for the next.
    private static string Direct(string head, string[] line, Uri target)
    {
        var rest = head[(head.IndexOf("\r\n", StringComparison.Ordinal) + 2)..].Split("\r\n").Where(header => !header.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase) && !header.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase));
        return $"{line[0]} {target.PathAndQuery} HTTP/1.1\r\nConnection: close\r\n{string.Join("\r\n", rest)}";
    }

    private async Task<string?> HeadAsync(NetworkStream stream)
    {
        var buffer = new byte[LongestHead];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
            if (read == 0) return null;
            length += read;
            var text = Encoding.Latin1.GetString(buffer, 0, length);
            if (text.Contains("\r\n\r\n", StringComparison.Ordinal)) return text;
        }
        return null;
    }
}
