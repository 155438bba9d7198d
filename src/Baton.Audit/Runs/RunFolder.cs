using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Baton.Audit;

/// <summary>What a run was asked to do; written first, so that it can go on after an interruption.</summary>
/// <param name="Tool">The tool, e.g. <c>email-finder</c>.</param>
/// <param name="Target">What is audited.</param>
/// <param name="StartedAt">When it was started first.</param>
public sealed record RunHead(string Tool, string Target, DateTimeOffset StartedAt)
{
    /// <summary>The name of the engagement; <see langword="null"/> without one.</summary>
    public string? Engagement { get; init; }

    /// <summary>How many times as fast as the machine's its clock ran, against servers on the same machine; <see langword="null"/> for a real run.</summary>
    public double? Rehearsal { get; init; }
}

/// <summary>
/// The folder of one run: what was asked, what was seen (a line a page, added as soon as it is read) and the raw copies by their SHA-256.
/// Everything a run needs to go on is here.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private const string HeadFile = "run.json";
    private const string PagesFile = "pages.jsonl";
    private const string LockFile = "running.lock";
    internal const string AbortFile = "ABORT";
    private const string ProgressFile = "progress.json";

    private readonly FileStream _lockFile;
    private readonly StreamWriter _pages;
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, bool> _kept = new(StringComparer.Ordinal);

    private RunFolder(DirectoryInfo folder, RunHead head, IReadOnlyList<PageFacts> known, FileStream lockFile)
    {
        (Folder, Head, Known, _lockFile) = (folder, head, known, lockFile);
        _pages = new(new FileStream(Path.Combine(folder.FullName, PagesFile), FileMode.Append, FileAccess.Write, FileShare.Read), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Where it is.</summary>
    public DirectoryInfo Folder { get; }

    /// <summary>What was asked.</summary>
    public RunHead Head { get; }

    /// <summary>Pages of an earlier start of the same run.</summary>
    public IReadOnlyList<PageFacts> Known { get; }

    /// <summary>Opens a folder: a new run, or an interrupted one that goes on.</summary>
    /// <exception cref="RunFolderException">The folder holds another run, or another program works in it.</exception>
    public static async Task<RunFolder> OpenAsync(DirectoryInfo folder, RunHead head, CancellationToken cancellationToken)
    {
        folder.Create();
        var file = Path.Combine(folder.FullName, HeadFile);
        if (!File.Exists(file))
        {
            if (folder.EnumerateFileSystemInfos().Any()) throw new RunFolderException($"{folder.FullName} holds something else. Name a new folder.");
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(head, AuditJson.Files.RunHead), cancellationToken);
            return new(folder, head, [], Lock(folder));
        }
        var known = JsonSerializer.Deserialize(await File.ReadAllTextAsync(file, cancellationToken), AuditJson.Files.RunHead)!;
        if (known.Tool != head.Tool || known.Target != head.Target) throw new RunFolderException($"{folder.FullName} holds a run of {known.Tool} on {known.Target}. Name another folder.");
        var held = Lock(folder);
        try
        {
            return new(folder, known, await ReadPagesAsync(folder, cancellationToken), held);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <summary>What was asked for in a folder; <see langword="null"/> when it holds no run.</summary>
    public static async Task<RunHead?> HeadOfAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.FullName, HeadFile);
        return File.Exists(file) ? JsonSerializer.Deserialize(await File.ReadAllTextAsync(file, cancellationToken), AuditJson.Files.RunHead) : null;
    }

    /// <summary>How far a run has come; <see langword="null"/> when it said nothing yet.</summary>
    public static async Task<RunProgress?> ProgressOfAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.FullName, ProgressFile);
        return File.Exists(file) ? JsonSerializer.Deserialize(await File.ReadAllTextAsync(file, cancellationToken), AuditJson.Lines.RunProgress) : null;
    }

    /// <summary>Whether a program works in a folder now.</summary>
    public static bool IsRunning(DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, LockFile);
        if (!File.Exists(file)) return false;
        try
        {
            using var free = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            // Held by the program that works here, or let go this moment.
            return File.Exists(file);
        }
    }

    /// <summary>Asks the program that works in a folder to end; it does before its next page.</summary>
    public static void Abort(DirectoryInfo folder) => File.WriteAllText(Path.Combine(folder.FullName, AbortFile), "");

    /// <summary>Tells others how far the run has come.</summary>
    /// <exception cref="RunFolderException">The run was aborted from outside.</exception>
    public void Tell(RunProgress progress)
    {
        if (File.Exists(Path.Combine(Folder.FullName, AbortFile)) || !Folder.Exists) throw new RunFolderException($"The run in {Folder.FullName} was aborted.");
        lock (_lock)
        {
            var file = Path.Combine(Folder.FullName, ProgressFile);
            File.WriteAllText(file + ".new", JsonSerializer.Serialize(progress, AuditJson.Lines.RunProgress));
            File.Move(file + ".new", file, overwrite: true);
        }
    }

    /// <summary>Adds a page; it is on disk before this returns.</summary>
    public void Add(PageFacts page, ReadOnlyMemory<byte> raw)
    {
        if (page.Sha256 is { } sha256 && raw.Length > 0) Keep(sha256, raw);
        var line = JsonSerializer.Serialize(page, AuditJson.Lines.PageFacts);
        lock (_lock)
        {
            _pages.WriteLine(line);
            _pages.Flush();
        }
    }

    /// <summary>The place of a raw copy, inside the folder.</summary>
    public static string RawName(string sha256) => $"raw/{sha256}.gz";

    /// <inheritdoc/>
    public void Dispose()
    {
        _pages.Dispose();
        _lockFile.Dispose();
    }

    private static FileStream Lock(DirectoryInfo folder)
    {
        try
        {
            return new(Path.Combine(folder.FullName, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new RunFolderException($"Another program works in {folder.FullName}. Wait for it, or name another folder.");
        }
    }

    /// <summary>Keeps a raw copy, packed; once for pages that are the same. Several may be kept at once.</summary>
    internal void Keep(string sha256, ReadOnlyMemory<byte> raw)
    {
        // What an interruption left half-written is not in the list of pages: it is fetched and written again.
        if (!_kept.TryAdd(sha256, true)) return;
        using var whole = new MemoryStream(raw.Length / 2);
        using (var packed = new GZipStream(whole, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(raw.Span);
        Directory.CreateDirectory(Path.Combine(Folder.FullName, "raw"));
        File.WriteAllBytes(Path.Combine(Folder.FullName, RawName(sha256)), whole.GetBuffer().AsSpan(0, (int)whole.Length));
    }

    private static async Task<IReadOnlyList<PageFacts>> ReadPagesAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.FullName, PagesFile);
        if (!File.Exists(file)) return [];
        List<PageFacts> pages = [];
        var text = await File.ReadAllTextAsync(file, cancellationToken);
        // A line that an interruption cut short was not finished: its page is fetched again.
        var whole = text.LastIndexOf('\n') + 1;
        foreach (var line in text[..whole].Split('\n', StringSplitOptions.RemoveEmptyEntries)) pages.Add(JsonSerializer.Deserialize(line, AuditJson.Lines.PageFacts)!);
        if (whole < text.Length) await File.WriteAllTextAsync(file, text[..whole], cancellationToken);
        return pages;
    }
}

/// <summary>A run's folder cannot be used; the message says what to do.</summary>
/// <param name="message">For the person at the command line.</param>
public sealed class RunFolderException(string message) : IOException(message);
