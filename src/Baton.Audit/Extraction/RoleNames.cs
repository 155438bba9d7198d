namespace Baton.Audit;

/// <summary>Mailbox names that stand for a task rather than a person: those of RFC 2142 and what organisations use in several languages.</summary>
internal static class RoleNames
{
    private static readonly Dictionary<string, string> Purposes = Load();

    /// <summary>Whether a local part names a task.</summary>
    public static bool IsRole(string local) => PurposeOf(local) is not null;

    /// <summary>The purpose a local part names, as in the list's headings; <see langword="null"/> for a person or an unknown word.</summary>
    public static string? PurposeOf(string local)
    {
        local = local.ToLowerInvariant();
        if (Purposes.TryGetValue(local, out var purpose)) return purpose;
        foreach (var part in local.Split('.', '-', '_', '+'))
        {
            if (part.Length > 2 && Purposes.TryGetValue(part, out purpose)) return purpose;
        }
        return null;
    }

    private static Dictionary<string, string> Load()
    {
        var purposes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("Extraction.role-names.txt"))
        {
            var parts = line.Split(':', 2);
            foreach (var name in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) purposes.TryAdd(name, parts[0]);
        }
        return purposes;
    }
}
