using Baton.Language;

namespace Baton.Desk;

/// <summary>Why a reply must not be sent.</summary>
/// <param name="Code">The signal it becomes.</param>
/// <param name="Why">In words a worker understands.</param>
internal sealed record ReplyFault(string Code, string Why);

/// <summary>
/// The last look at a reply before it is sent. What does not pass is not sent: words of a model give way to the procedure's own, and
/// where those do not pass either, it becomes a signal and the customer gets a person.
/// </summary>
internal static class ReplyCheck
{
    /// <summary>The code of a reply that says again what was said.</summary>
    public const string Repeats = "agent-repeats";

    // A wrongly withheld reply costs a worker's time: only what the judge is sure of is withheld.
    private const double Sure = 0.2;

    private static readonly ReplyFault _repeats = new(Repeats, "The reply repeats the agent's last reply word by word.");

    private static readonly (ReplyAspect Aspect, string Code, string Why)[] _judged =
    [
        (ReplyAspect.Fresh, Repeats, "The reply says again what was said before and nothing new."),
        (ReplyAspect.Advances, "empty-reassurance", "The reply only reassures: it brings the customer no further."),
        (ReplyAspect.Answers, "no-answer", "The reply answers nothing that was asked."),
    ];

    /// <summary>What is wrong with the turn's own words, those of procedures and the agent's texts; null when nothing is.</summary>
    /// <param name="text">What would be sent.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="isRepeatTold">True when the text says itself that it is said once more.</param>
    public static ReplyFault? Fault(string text, TurnState turn, bool isRepeatTold = false)
    {
        if (Broken(text, turn) is { } broken) return broken;
        // A turn that calls a person shows the way on; what stands in it is the agent's own words.
        if (turn.Escalation is not null) return null;
        if (Values(text, turn) is { } value) return value;
        var said = TurnEvents.TextOf(turn.Parts.Where(part => part.IsProcedures));
        if (said.Length == 0 || !turn.Parts.TrueForAll(part => part.Choices.Count == 0 && part.Sources.Count == 0)) return null;
        if (!turn.HasChanged && Act(said, turn) is { } act) return act;
        if (isRepeatTold || !IsPlainStatement(said, turn)) return null;
        return Course.LastReply(turn.Context)?.Contains(said, StringComparison.Ordinal) == true ? _repeats : Judged(said, said, turn, _ => true);
    }

    /// <summary>What is wrong with words that a model found for the turn's own; null when they may be sent instead of them.</summary>
    public static ReplyFault? FaultOfWording(string phrased, string own, TurnState turn)
    {
        if ((Broken(phrased, turn) ?? Values(phrased, turn, [own]) ?? Act(phrased, turn, [own])) is { } fault) return fault;
        var faults = turn.Judge.Judge(ReplySources.InContext(own, turn, [own])).Faults.Select(aspect => aspect.Aspect).ToHashSet();
        return Judged(phrased, own, turn, aspect => !faults.Contains(aspect));
    }

    private static ReplyFault? Broken(string text, TurnState turn) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => new("empty-reply", "The reply is empty."),
        _ when text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("Liquid error", StringComparison.Ordinal) => new("unresolved-template", "The reply has an unresolved template."),
        _ when string.Equals(text, Course.LastReply(turn.Context), StringComparison.Ordinal) => _repeats,
        _ => null,
    };

    // Most values stand in what tools just answered; the rest is looked at only for those that do not.
    private static ReplyFault? Values(string text, TurnState turn, params IEnumerable<string> known) =>
        ReplyClaims.Unsupported(ReplySources.InContext(text, turn, known)).Count > 0
        && ReplyClaims.Unsupported(ReplySources.InContext(text, turn, known.Concat(ReplySources.Others(turn)))) is [var claim, ..]
            ? Claimed(claim, "which no tool result, no text of a procedure and no message shows.")
            : null;

    private static ReplyFault? Act(string text, TurnState turn, params IEnumerable<string> known) =>
        ReplyClaims.UnsupportedActs(ReplySources.InContext(text, turn, known)) is [var claim, ..] ? Claimed(claim, "and no tool did that.") : null;

    private static ReplyFault Claimed(ReplyClaim claim, string which) => new("claim-without-source", $"The reply says \"{claim.Text}\", {which}");

    private static ReplyFault? Judged(string text, string own, TurnState turn, Func<ReplyAspect, bool> counts)
    {
        // What a procedure says is the organisation's own word, and a source for any wording of it.
        var verdict = turn.Judge.Judge(ReplySources.InContext(text, turn, [own]));
        var (_, code, why) = Array.Find(_judged, judged => counts(judged.Aspect) && verdict[judged.Aspect] is { IsFault: true, Score: < Sure } found && (judged.Aspect != ReplyAspect.Advances || found.Evidence.Count > 0));
        return code is null ? null : new(code, why);
    }

    // A question moves the matter on; thanks and goodbyes answer no question.
    private static bool IsPlainStatement(string said, TurnState turn) =>
        said.AsSpan().IndexOfAny('?', '？') < 0 && !turn.Reading.Commands.Any(command => command is Thank or Greet or Language.Leave or AskAgain);
}
