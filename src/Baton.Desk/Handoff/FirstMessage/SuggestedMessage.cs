using Baton.Journal;

namespace Baton.Desk;

/// <summary>What is known when a person is about to write first.</summary>
public sealed record FirstMessageFacts
{
    /// <summary>Why a person is needed.</summary>
    public required EscalationKind Kind { get; init; }

    /// <summary>The customer's language, BCP 47.</summary>
    public required string Locale { get; init; }

    /// <summary>The customer's name; null when it is not known.</summary>
    public string? Customer { get; init; }

    /// <summary>The name the customer sees.</summary>
    public required string Worker { get; init; }

    /// <summary>Codes of the signals that stand, the gravest first.</summary>
    public IReadOnlyList<string> Signals { get; init; } = [];

    /// <summary>The customer's own words about the matter; null when they wrote none.</summary>
    public string? Wants { get; init; }

    /// <summary>True for letters: an answer is promised for a day and not for minutes.</summary>
    public bool IsByLetter { get; init; }
}

/// <summary>
/// A first message for a person to change and send, never sent by itself. It differs by what has to be repaired: after a technical failure the
/// next step; after an emotional one first what went wrong, whose fault it was, one action with a time, and one question. It says nothing that
/// the log does not hold; what the worker must fill in stands in square brackets.
/// </summary>
public static class SuggestedMessage
{
    private const int LongestQuote = 120;

    /// <summary>Whether a text still has something in square brackets that a suggestion left to fill in.</summary>
    public static bool HasGaps(string text, string locale)
    {
        ArgumentNullException.ThrowIfNull(text);
        var texts = FirstMessageTexts.For(locale);
        return texts.Gaps.Any(gap => text.Contains(gap, StringComparison.Ordinal));
    }

    /// <summary>The message.</summary>
    public static string For(FirstMessageFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var texts = FirstMessageTexts.For(facts.Locale);
        var time = texts[facts.IsByLetter ? "by-tomorrow" : "by-minutes"];
        List<string?> parts =
        [
            facts.Customer is { Length: > 0 } name ? texts["hello-name"].Replace("{customer}", name, StringComparison.Ordinal) : texts["hello"],
            .. facts.Kind switch
            {
                EscalationKind.Emotional => [WentWrong(facts, texts), texts["ours"], texts["action"], texts["question"]],
                EscalationKind.Technical => [WentWrong(facts, texts), Quoted(facts, texts), texts["next-step"]],
                EscalationKind.Policy => [texts["mine"], texts["action"]],
                _ => (IReadOnlyList<string?>)[texts["read"], Quoted(facts, texts), texts["next-step"]],
            },
        ];
        return string.Join(' ', parts.OfType<string>())
            .Replace("{worker}", facts.Worker, StringComparison.Ordinal).Replace("{time}", time, StringComparison.Ordinal);
    }

    /// <summary>Which failure a signal tells of, by the name of its words; null when it tells of none.</summary>
    public static string? FailureOf(string code) => code switch
    {
        "same-question-again" or "said-again" or "resists" => "asked-again",
        "agent-repeats" or "told-the-same-again" => "told-again",
        "value-asked-twice" or "asked-the-same-again" or "number-again" => "gave-again",
        "not-understood-twice" or "agent-lost" => "not-understood",
        "tool-failed" or "tools-fail" or "failure-unsaid" or "done-without-tool" => "system-failed",
        "reply-rejected" or "no-answer" or "reply-missed" or "no-progress" or "empty-reassurance" or "put-off" or "agent-could-not" or "claim-without-source" => "no-help",
        "agent-failed" or "agent-silent" => "assistant-failed",
        "worker-silent" or "waits" or "writes-again" => "waited",
        _ => null,
    };

    private static string WentWrong(FirstMessageFacts facts, FirstMessageTexts texts) =>
        texts[facts.Signals.Select(FailureOf).FirstOrDefault(failure => failure is not null) ?? "went-wrong"];

    private static string? Quoted(FirstMessageFacts facts, FirstMessageTexts texts) =>
        facts.Wants is { Length: > 0 and <= LongestQuote } wants ? texts["quote"].Replace("{wants}", wants.ReplaceLineEndings(" "), StringComparison.Ordinal) : null;
}
