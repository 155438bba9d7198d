using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Baton.Audit;

/// <summary>
/// What is known of a run of the Reply Radar: its journal, what people said by hand (<c>by-hand.jsonl</c>) and every letter as it came. It
/// may be read, and added to by hand, while another program runs the run.
/// </summary>
public sealed class RadarRecord
{
    /// <summary>The engagement as the run was started with; the report can be made anew with it.</summary>
    public const string EngagementFileName = "engagement.yaml";

    private const string HandFile = "by-hand.jsonl";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly List<RadarEvent> _events;
    private long _taken;

    internal RadarRecord(DirectoryInfo folder, RunHead head, IEnumerable<RadarEvent> events) => (Folder, Head, _events) = (folder, head, [.. events]);

    /// <summary>Where it is.</summary>
    public DirectoryInfo Folder { get; }

    /// <summary>What was asked.</summary>
    public RunHead Head { get; }

    /// <summary>Everything that happened and was said so far.</summary>
    public IReadOnlyList<RadarEvent> Events
    {
        get
        {
            lock (_lock) return [.. _events];
        }
    }

    /// <summary>Reads a run as it stands, whether a program works on it or not.</summary>
    /// <exception cref="RunFolderException">The folder holds no run of the Reply Radar.</exception>
    public static async Task<RadarRecord> ReadAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        if (await RunFolder.HeadOfAsync(folder, cancellationToken) is not { Tool: ReplyRadar.Tool } head) throw new RunFolderException($"{folder.FullName} holds no run of the Reply Radar.");
        var journal = Path.Combine(folder.FullName, RadarFolder.JournalFile);
        var record = new RadarRecord(folder, head, File.Exists(journal) ? (await LinesAsync(journal, 0, cancellationToken)).Events : []);
        await record.TakeInAsync(cancellationToken);
        return record;
    }

    /// <summary>A letter that was kept.</summary>
    public ReadOnlyMemory<byte> Raw(string sha256)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Folder.FullName, RunFolder.RawName(sha256))), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Adds what a person says; whoever runs the run takes it in within seconds.</summary>
    public async Task SayAsync(RadarEvent said, CancellationToken cancellationToken)
    {
        await using (var file = await OpenAsync(cancellationToken))
        {
            file.Seek(0, SeekOrigin.End);
            await file.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(said, AuditJson.Lines.RadarEvent), (byte)'\n'], cancellationToken);
            file.Flush(flushToDisk: true);
        }
        await TakeInAsync(cancellationToken);
    }

    /// <summary>Takes in what was said since.</summary>
    /// <returns>Whether anything was.</returns>
    internal async Task<bool> TakeInAsync(CancellationToken cancellationToken)
    {
        var file = new FileInfo(Path.Combine(Folder.FullName, HandFile));
        if (!file.Exists || file.Length <= _taken) return false;
        var (said, end) = await LinesAsync(file.FullName, _taken, cancellationToken);
        _taken = end;
        lock (_lock) _events.AddRange(said);
        return said.Count > 0;
    }

    internal void Append(RadarEvent happened)
    {
        lock (_lock) _events.Add(happened);
    }

    /// <summary>Whole lines from a place on; one that is being written this moment is read the next time.</summary>
    private static async Task<(IReadOnlyList<RadarEvent> Events, long End)> LinesAsync(string file, long from, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(from, SeekOrigin.Begin);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        var whole = bytes.GetBuffer().AsSpan(0, (int)bytes.Length).LastIndexOf((byte)'\n') + 1;
        return (Parse(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, whole)), from + whole);
    }

    internal static IReadOnlyList<RadarEvent> Parse(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize(line, AuditJson.Lines.RadarEvent)!)];

    /// <summary>One writer at a time, of whichever program.</summary>
    private async Task<FileStream> OpenAsync(CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new(Path.Combine(Folder.FullName, HandFile), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }
}
