using Baton.Language;

namespace Baton.Desk;

/// <summary>The last look at a reply before it is sent. What does not pass is not sent; it becomes a signal, and the customer is offered a person.</summary>
internal static class ReplyCheck
{
    // A wrongly withheld reply costs a worker's time: only what the judge is sure of is withheld.
    private const double Sure = 0.2;

    /// <summary>Why the reply must not be sent; null when it may.</summary>
    public static (string Code, string Why)? Fault(string text, TurnState turn) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => ("empty-reply", "The reply is empty."),
        _ when text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("Liquid error", StringComparison.Ordinal) => ("unresolved-template", "The reply has an unresolved template."),
        _ when string.Equals(text, Course.LastReply(turn.Context), StringComparison.Ordinal) => ("agent-repeats", "The reply repeats the agent's last reply word by word."),
        _ => Judged(text, turn),
    };

    private static (string Code, string Why)? Judged(string text, TurnState turn)
    {
        // A turn that calls a person shows the way on; what stands in it is the agent's own words.
        if (turn.Escalation is not null) return null;
        var reply = ReplySources.InContext(text, turn);
        if (ReplyClaims.Unsupported(reply) is [var claim, ..]) return ("claim-without-source", $"The reply says \"{claim.Text}\", which no tool result, no text of a procedure and no message shows.");
        if (!IsPlainStatement(text, turn)) return null;
        var verdict = ReplyJudge.Shipped.Judge(reply);
        return verdict switch
        {
            _ when IsSure(verdict[ReplyAspect.Fresh]) => ("agent-repeats", "The reply says again what was said before and nothing new."),
            _ when IsSure(verdict[ReplyAspect.Advances]) => ("empty-reassurance", "The reply only reassures: it brings the customer no further."),
            _ when IsSure(verdict[ReplyAspect.Answers]) => ("no-answer", "The reply answers nothing that was asked."),
            _ => null,
        };
    }

    // A question, a choice, something done or looked up moves the matter on; thanks and goodbyes answer no question.
    private static bool IsPlainStatement(string text, TurnState turn) =>
        turn.Parts.Exists(part => part.IsProcedures) && turn.Parts.TrueForAll(part => part.Choices.Count == 0 && part.Sources.Count == 0)
        && text.AsSpan().IndexOfAny('?', '？') < 0
        && !turn.Reading.Commands.Any(command => command is Thank or Greet or Language.Leave or AskAgain);

    private static bool IsSure(AspectScore aspect) => aspect.IsFault && aspect.Score < Sure;
}
