namespace Baton.Language;

/// <summary>A reply with what a worker said of it.</summary>
/// <param name="Reply">The reply in its context.</param>
/// <param name="Code">The signal's code, one of <see cref="Faults"/> or <see cref="Claim"/>.</param>
/// <param name="IsFault">True when the worker says that it is so.</param>
internal sealed record MarkedReply(ReplyInContext Reply, string Code, bool IsFault)
{
    /// <summary>The code of a claim that nothing supports.</summary>
    public const string Claim = "claim-without-source";

    /// <summary>Of each signal of a reply, the question of <see cref="ReplyModels.Faults"/> that it answers.</summary>
    public static IReadOnlyDictionary<string, string> Faults { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["no-answer"] = "none",
        ["empty-reassurance"] = "reassures",
        ["agent-repeats"] = "repeats",
        ["hides-person"] = "hides",
        ["unclear-reply"] = "unclear",
        ["rude-reply"] = "uncivil",
    };

    public static bool IsOfReply(string code) => code == Claim || Faults.ContainsKey(code);
}
