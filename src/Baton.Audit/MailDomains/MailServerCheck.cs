namespace Baton.Audit;

/// <summary>What a mail server says of itself before any mail: whether it answers, and whether mail may travel encrypted.</summary>
/// <param name="Host">The server.</param>
public sealed record MailServerCheck(string Host)
{
    /// <summary>Whether it greeted; <see langword="null"/> when it could not be told, e.g. because the network here keeps port 25 shut.</summary>
    public bool? Greets { get; init; }

    /// <summary>Whether it offers STARTTLS (RFC 3207); <see langword="null"/> when it could not be told.</summary>
    public bool? OffersTls { get; init; }

    /// <summary>The version of TLS that was agreed on, e.g. Tls13; <see langword="null"/> without one.</summary>
    public string? Protocol { get; init; }

    /// <summary>What is wrong with its certificate; <see langword="null"/> when nothing is, or there is none.</summary>
    public string? CertificateProblem { get; init; }

    /// <summary>Why something could not be told.</summary>
    public string? Problem { get; init; }
}

/// <summary>A domain's MTA-STS policy (RFC 8461).</summary>
/// <param name="Mode">none, testing or enforce; empty when there is no readable policy.</param>
/// <param name="Servers">Patterns of servers it names.</param>
/// <param name="Problem">Why there is no readable policy; <see langword="null"/> when there is one.</param>
public sealed record MtaStsPolicy(string Mode, IReadOnlyList<string> Servers, string? Problem)
{
    /// <summary>Whether the policy names a server. A star stands for one label (RFC 8461, 4.1).</summary>
    public bool Names(string server) => Servers.Any(pattern => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? server.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && server[(dot + 1)..].Equals(pattern[2..], StringComparison.OrdinalIgnoreCase)
        : server.Equals(pattern, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a policy.</summary>
    public static MtaStsPolicy Parse(string text)
    {
        var fields = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Where(pair => pair.Length == 2).ToList();
        string? Value(string key) => fields.Find(pair => pair[0].Equals(key, StringComparison.Ordinal))?[1];
        if (Value("version") != "STSv1") return new("", [], "the file does not say version: STSv1");
        return Value("mode") is { } mode and ("none" or "testing" or "enforce") ? new(mode, [.. fields.Where(pair => pair[0] == "mx").Select(pair => pair[1])], null) : new("", [], "the file names no mode");
    }
}
