namespace Baton.Insight;

/// <summary>Kinds of cases that are measured apart, by why a person was called last.</summary>
public static class CaseKinds
{
    /// <summary>All together.</summary>
    public const string All = "all";

    /// <summary>Nobody was called and nobody came: the agent's alone.</summary>
    public const string Agent = "agent";

    /// <summary>Called because something did not work.</summary>
    public const string Technical = "technical";

    /// <summary>Called because patience or trust was lost.</summary>
    public const string Emotional = "emotional";

    /// <summary>The customer asked for a person.</summary>
    public const string Requested = "requested";

    /// <summary>Only a person may decide it.</summary>
    public const string Policy = "policy";

    /// <summary>A worker came without being called.</summary>
    public const string Unasked = "unasked";

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<string> InOrder { get; } = [All, Agent, Technical, Emotional, Requested, Policy, Unasked];
}
