using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Baton.Audit;

/// <summary>Keeps what audited sides say, a line a reply, and the links by which they say it.</summary>
/// <param name="folder">The folder; made when the first reply or link comes.</param>
/// <param name="time">The clock.</param>
public sealed class RightOfReply(DirectoryInfo folder, TimeProvider time)
{
    /// <summary>The longest reply in characters.</summary>
    public const int LongestText = 4000;

    /// <summary>The longest name in characters.</summary>
    public const int LongestName = 200;

    // Whoever has the link may write; a link that leaked must not fill the disk.
    private const int MostReplies = 500;

    private readonly Lock _lock = new();

    /// <summary>Makes a link's secret.</summary>
    /// <param name="key">The subject.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="lifetime">How long it works.</param>
    public string Invite(string key, string by, TimeSpan lifetime)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var now = time.GetUtcNow();
        Append(key, "links", new ReplyLink(HashOf(secret), by, now, now + lifetime), AuditJson.Lines.ReplyLink);
        return secret;
    }

    /// <summary>The subject whose link has this secret; <see langword="null"/> when there is none, or it ran out.</summary>
    public string? SubjectOf(string secret)
    {
        if (secret.Length is < 16 or > 64 || !folder.Exists) return null;
        var (hash, now) = (HashOf(secret), time.GetUtcNow());
        foreach (var file in folder.EnumerateFiles("*.links.jsonl"))
        {
            if (Read(file.FullName, AuditJson.Lines.ReplyLink).Any(link => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(link.Hash), Encoding.ASCII.GetBytes(hash)) && link.Until > now)) return file.Name[..file.Name.IndexOf('.', StringComparison.Ordinal)];
        }
        return null;
    }

    /// <summary>Takes back all links of a subject.</summary>
    public void TakeBack(string key)
    {
        lock (_lock)
        {
            if (folder.Exists) File.Delete(PathOf(key, "links"));
        }
    }

    /// <summary>The links of a subject that still work.</summary>
    public IReadOnlyList<ReplyLink> LinksOf(string key) => [.. Read(PathOf(key, "links"), AuditJson.Lines.ReplyLink).Where(link => link.Until > time.GetUtcNow())];

    /// <summary>What was said, oldest first.</summary>
    public IReadOnlyList<SideReply> Of(string key) => Read(PathOf(key, "replies"), AuditJson.Lines.SideReply);

    /// <summary>Keeps a reply; otherwise says what is wrong with it.</summary>
    public string? Add(string key, SideReply reply)
    {
        if (reply.Text.Trim().Length is 0 or > LongestText) return $"A reply has 1 to {LongestText} characters.";
        if (reply.By.Trim().Length is 0 or > LongestName) return "Say who replies.";
        if (Of(key).Count >= MostReplies) return $"There are {MostReplies} replies already; write to the auditor instead.";
        Append(key, "replies", reply with { Text = reply.Text.Trim(), By = reply.By.Trim() }, AuditJson.Lines.SideReply);
        return null;
    }

    /// <summary>Deletes what was said and the links.</summary>
    internal void Delete(string key)
    {
        lock (_lock)
        {
            if (!folder.Exists) return;
            File.Delete(PathOf(key, "links"));
            File.Delete(PathOf(key, "replies"));
        }
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static IReadOnlyList<T> Read<T>(string file, JsonTypeInfo<T> type) =>
        File.Exists(file) ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize(line, type)!)] : [];

    private void Append<T>(string key, string kind, T value, JsonTypeInfo<T> type)
    {
        lock (_lock)
        {
            folder.Create();
            File.AppendAllText(PathOf(key, kind), JsonSerializer.Serialize(value, type) + "\n");
        }
    }

    private string PathOf(string key, string kind) => key.Length == 16 && key.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder.FullName, $"{key}.{kind}.jsonl")
        : throw new ArgumentException($"'{key}' is no subject's key.", nameof(key));
}
