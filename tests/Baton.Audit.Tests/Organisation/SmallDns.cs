using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Baton.Audit.Tests;

/// <summary>A record of the small DNS.</summary>
/// <param name="Type">A, MX or TXT.</param>
/// <param name="Value">Address, "preference host", or text.</param>
public sealed record DnsRecord(string Type, string Value);

/// <summary>A DNS server on the loopback that knows a handful of names; <c>!fail</c> as a type makes it report an error.</summary>
public sealed class SmallDns : IAsyncDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyDictionary<string, DnsRecord[]> _records;
    private Task _work = Task.CompletedTask;

    private SmallDns(IReadOnlyDictionary<string, DnsRecord[]> records) => _records = records;

    public IPEndPoint EndPoint => (IPEndPoint)_socket.Client.LocalEndPoint!;

    public static SmallDns Start(IReadOnlyDictionary<string, DnsRecord[]> records)
    {
        var dns = new SmallDns(records);
        dns._work = dns.ServeAsync();
        return dns;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync(_stop.Token);
                await _socket.SendAsync(Answer(question.Buffer), question.RemoteEndPoint, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private byte[] Answer(byte[] question)
    {
        var (labels, place) = (new List<string>(), 12);
        while (question[place] != 0)
        {
            labels.Add(Encoding.ASCII.GetString(question, place + 1, question[place]));
            place += question[place] + 1;
        }
        var name = string.Join('.', labels).ToLowerInvariant();
        var type = BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(place + 1));
        var end = place + 5;
        var isKnown = _records.TryGetValue(name, out var records) || _records.Keys.Any(known => known.EndsWith("." + name, StringComparison.Ordinal));
        var isFailing = records?.Any(record => record.Type == "!fail") == true;
        var answers = isFailing ? [] : (records ?? []).Where(record => Code(record.Type) == type).ToList();
        using var reply = new MemoryStream();
        reply.Write(question.AsSpan(0, 2));
        reply.Write([0x81, (byte)(0x80 | (isFailing ? 2 : isKnown ? 0 : 3)), 0, 1, 0, (byte)answers.Count, 0, 0, 0, 0]);
        reply.Write(question.AsSpan(12, end - 12));
        foreach (var record in answers)
        {
            var data = Data(record);
            reply.Write([0xC0, 12, 0, (byte)type, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length]);
            reply.Write(data);
        }
        return reply.ToArray();
    }

    private static int Code(string type) => type switch { "A" => 1, "MX" => 15, "TXT" => 16, _ => -1 };

    private static byte[] Data(DnsRecord record) => record.Type switch
    {
        "A" => IPAddress.Parse(record.Value).GetAddressBytes(),
        "TXT" => [(byte)record.Value.Length, .. Encoding.ASCII.GetBytes(record.Value)],
        _ => [0, byte.Parse(record.Value.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), .. Name(record.Value.Split(' ')[1])],
    };

    private static IEnumerable<byte> Name(string name) => [.. name.TrimEnd('.').Split('.', StringSplitOptions.RemoveEmptyEntries).SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];
}
