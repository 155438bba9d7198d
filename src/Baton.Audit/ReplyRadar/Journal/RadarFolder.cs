using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Baton.Audit;

/// <summary>The folder of one run of the Reply Radar, held by the program that runs it: the journal (a line an event) and every letter as it came, by its SHA-256.</summary>
public sealed class RadarFolder : IDisposable
{
    /// <summary>The journal's name.</summary>
    public const string JournalFile = "radar.jsonl";

    private readonly RunFolder _run;
    private readonly FileStream _journal;
    private readonly FileSystemWatcher _outside;
    private readonly CancellationTokenSource _aborted = new();
    private readonly Lock _lock = new();

    private RadarFolder(RunFolder run, RadarRecord record, FileStream journal)
    {
        (_run, Record, _journal) = (run, record, journal);
        _outside = new(run.Folder.FullName, RunFolder.AbortFile);
        _outside.Created += (_, _) => _aborted.Cancel();
        _outside.EnableRaisingEvents = true;
    }

    /// <summary>What is known of the run.</summary>
    public RadarRecord Record { get; }

    /// <summary>Where it is.</summary>
    public DirectoryInfo Folder => _run.Folder;

    /// <summary>What was asked.</summary>
    public RunHead Head => _run.Head;

    /// <summary>Everything that happened so far.</summary>
    public IReadOnlyList<RadarEvent> Events => Record.Events;

    /// <summary>Opens a folder: a new run, or one that goes on. A second program on the same folder is kept out.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="head">What is asked; <see langword="null"/> to open only a run that is there.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="RunFolderException">It holds something else, nothing, or is in use.</exception>
    public static async Task<RadarFolder> OpenAsync(DirectoryInfo folder, RunHead? head, CancellationToken cancellationToken)
    {
        if (head is null && await RunFolder.HeadOfAsync(folder, cancellationToken) is var known && (known is null || known.Tool != ReplyRadar.Tool)) throw new RunFolderException($"{folder.FullName} holds no run of the Reply Radar.");
        var run = await RunFolder.OpenAsync(folder, head ?? (await RunFolder.HeadOfAsync(folder, cancellationToken))!, cancellationToken);
        try
        {
            var journal = new FileStream(Path.Combine(folder.FullName, JournalFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var record = new RadarRecord(run.Folder, run.Head, await ReadAsync(journal, cancellationToken));
            await record.TakeInAsync(cancellationToken);
            return new(run, record, journal);
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    /// <summary>Somebody aborts the run from outside (<c>baton audit abort</c>).</summary>
    public CancellationToken Aborted => _aborted.Token;

    /// <summary>Tells others how far the run has come.</summary>
    /// <exception cref="RunFolderException">The run was aborted from outside.</exception>
    public void Tell(RunProgress progress) => _run.Tell(progress);

    /// <summary>Adds an event; it is on disk before this returns.</summary>
    public void Add(RadarEvent happened)
    {
        lock (_lock)
        {
            _journal.Write(JsonSerializer.SerializeToUtf8Bytes(happened, AuditJson.Lines.RadarEvent));
            _journal.WriteByte((byte)'\n');
            _journal.Flush(flushToDisk: true);
            Record.Append(happened);
        }
    }

    /// <summary>Keeps a letter as it came; the same letter is kept once.</summary>
    /// <returns>Its SHA-256.</returns>
    public string Keep(ReadOnlyMemory<byte> raw)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(raw.Span));
        var file = Path.Combine(Folder.FullName, RunFolder.RawName(sha256));
        if (File.Exists(file)) return sha256;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (var packed = new GZipStream(File.Create(file + ".part"), CompressionLevel.Fastest)) packed.Write(raw.Span);
        File.Move(file + ".part", file);
        return sha256;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _outside.Dispose();
        _aborted.Dispose();
        _journal.Dispose();
        _run.Dispose();
    }

    private static async Task<IReadOnlyList<RadarEvent>> ReadAsync(FileStream journal, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(journal, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync(cancellationToken);

        // A line that an interruption cut short did not happen.
        var whole = text.LastIndexOf('\n') + 1;
        if (whole < text.Length) journal.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, whole)));
        journal.Seek(0, SeekOrigin.End);
        return RadarRecord.Parse(text[..whole]);
    }
}
