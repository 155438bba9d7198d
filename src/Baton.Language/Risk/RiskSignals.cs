namespace Baton.Language;

/// <summary>One piece of evidence in the course of a conversation.</summary>
/// <param name="Code">Its stable name.</param>
/// <param name="IsEmotional">True when it speaks for an upset customer, false when for a technical failure.</param>
/// <param name="Version">The turn it was seen in.</param>
/// <param name="Words">In words a worker understands, without a full stop.</param>
/// <param name="Weight">How much it says, 0 to 1.</param>
public sealed record RiskSignal(string Code, bool IsEmotional, int Version, string Words, double Weight);

/// <summary>Names what the models see in the measures.</summary>
internal static class RiskSignals
{
    // Less than this in the log-odds is not worth a worker's glance.
    private const double Noticeable = 0.1;

    private static readonly Known[] _known =
    [
        new("told-the-same-again", false, RiskMeasure.LastRepeats, RiskMeasures.Same, "Was told the same again"),
        new("asked-the-same-again", false, RiskMeasure.LastAsksAgain, 1, "Was asked the same again"),
        new("said-again", false, RiskMeasure.RepeatsItself, RiskMeasures.Same, "Says again what they said before"),
        new("number-again", false, RiskMeasure.NumberAgain, 0.3f, "Had to give the same number again"),
        new("no-progress", false, RiskMeasure.NoProgress, 0.6f, "Nothing has moved forward for three replies or more"),
        new("agent-could-not", false, RiskMeasure.FailedOften, 0.6f, "The agent could not help more than once"),
        new("agent-lost", false, RiskMeasure.LostOften, 0.3f, "The agent did not understand"),
        new("failure-unsaid", false, RiskMeasure.FailureUnsaid, 0.3f, "A tool failed and the reply does not say so"),
        new("tools-fail", false, RiskMeasure.ToolsFailedOften, 0.3f, "A tool failed"),
        new("done-without-tool", false, RiskMeasure.DoneWithoutTool, 1, "Was told that something is done, and no tool did it"),
        new("reply-missed", false, RiskMeasure.LastMissesTurn, 0.97f, "The reply takes up nothing of what was said"),
        new("put-off", false, RiskMeasure.EmptyOften, 0.6f, "Was put off with empty words more than once"),
        new("resists", true, RiskMeasure.ResistedOften, 0.6f, "Had to correct or insist more than once"),
        new("apologised-again", true, RiskMeasure.SorryOften, 0.6f, "Was given more than one apology"),
        new("grows-unhappy", true, RiskMeasure.GrowsDissatisfied, 0.3f, "Has become unhappy with us in the course of the conversation"),
        new("short-after-failure", true, RiskMeasure.ShortAfterFailure, 0.5f, "Has become short after a reply that did not help"),
        new("gives-up", true, RiskMeasure.GivesUp, 1, "Gives up"),
        new("waits", true, RiskMeasure.Waits, 1, "Is waiting"),
        new("writes-again", true, RiskMeasure.WritesAgain, 1, "Writes again before an answer came"),
        new("wanted-person", true, RiskMeasure.PersonBefore, 0.5f, "Wanted a person before"),
    ];

    public static IReadOnlySet<string> Codes { get; } = _known.Select(known => known.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>The numbers of the measures whose signals are seen.</summary>
    public static IReadOnlyList<int> Seen(RiskMeasures measures) => [.. _known.Where(known => measures[known.Measure] >= known.From).Select(known => (int)known.Measure)];

    public static IReadOnlyList<RiskSignal> Of(RiskMeasures measures, RiskModels models)
    {
        List<RiskSignal>? found = null;
        foreach (var known in _known)
        {
            var value = measures[known.Measure];
            if (value < known.From)
                continue;
            var model = known.IsEmotional ? models.Emotional : models.Technical;
            var says = model.Linear.Weight((int)known.Measure, 0) * value * model.Setting("slope");
            if (says >= Noticeable)
                (found ??= []).Add(new(known.Code, known.IsEmotional, measures.VersionOf(known.Measure), known.Words, Math.Round(1 - Math.Exp(-says), 2)));
        }

        if (found is null)
            return [];
        found.Sort(static (left, right) => right.Weight.CompareTo(left.Weight));
        return found;
    }

    private sealed record Known(string Code, bool IsEmotional, RiskMeasure Measure, float From, string Words);
}
