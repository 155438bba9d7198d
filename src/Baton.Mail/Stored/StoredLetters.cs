namespace Baton.Mail;

/// <summary>Letters that lie in files: one a file, as mail programs, Maildir folders and collections keep them, or many in an mbox.</summary>
public static class StoredLetters
{
    private const int LargestLetter = 64 * 1024 * 1024;
    private const int LookAt = 4096;

    /// <summary>
    /// All letters under a path, by name. A file that is named is always read; in a folder, what does not begin with a header line is
    /// passed over, and so is what is larger than 64 MB. The letters of an mbox are named <c>file#1</c>, <c>file#2</c> and so on.
    /// </summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IEnumerable<StoredLetter> Read(string path)
    {
        if (!Directory.Exists(path))
            return Letters(path, Path.GetFileName(path), isNamed: true);
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return Directory.EnumerateFiles(path, "*", options).Order(StringComparer.Ordinal).SelectMany(file => Letters(file, Path.GetRelativePath(path, file), isNamed: false));
    }

    private static IEnumerable<StoredLetter> Letters(string file, string name, bool isNamed)
    {
        if (new FileInfo(file).Length > LargestLetter && !name.EndsWith(".mbox", StringComparison.OrdinalIgnoreCase))
            yield break;
        var bytes = File.ReadAllBytes(file);
        if (!isNamed && !LooksLikeLetter(bytes))
            yield break;
        if (!name.EndsWith(".mbox", StringComparison.OrdinalIgnoreCase))
        {
            yield return new StoredLetter(name, bytes);
            yield break;
        }

        var number = 0;
        var start = 0;
        while (start < bytes.Length)
        {
            var end = NextLetter(bytes, start + 1);
            yield return new StoredLetter($"{name}#{++number}", bytes.AsMemory(start, end - start));
            start = end;
        }
    }

    /// <summary>Where the next line that begins with "From " stands behind an empty one.</summary>
    private static int NextLetter(byte[] bytes, int from)
    {
        for (var at = from; at < bytes.Length;)
        {
            var found = bytes.AsSpan(at).IndexOf("\nFrom "u8);
            if (found < 0)
                return bytes.Length;
            at += found + 1;
            if (at >= 2 && (bytes[at - 2] == '\n' || (bytes[at - 2] == '\r' && at >= 3 && bytes[at - 3] == '\n')))
                return at;
        }

        return bytes.Length;
    }

    private static bool LooksLikeLetter(byte[] bytes)
    {
        var head = RawLetter.Normalise(bytes.AsMemory(0, Math.Min(bytes.Length, LookAt))).Span;
        var line = head.IndexOf((byte)'\n') is var end and >= 0 ? head[..end] : head;
        return HeaderBlock.NameLength(System.Text.Encoding.Latin1.GetString(line)) > 0;
    }
}

/// <summary>A letter as it is stored.</summary>
/// <param name="Name">The file's path below the folder, with the letter's number in an mbox.</param>
/// <param name="Raw">Its bytes.</param>
public sealed record StoredLetter(string Name, ReadOnlyMemory<byte> Raw);
