namespace Baton.Desk;

/// <summary>The last look at a reply before it is sent. What does not pass is not sent; it becomes a signal.</summary>
internal static class ReplyCheck
{
    /// <summary>Why the reply must not be sent; null when it may.</summary>
    public static (string Code, string Why)? Fault(string text, AgentContext context) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => ("empty-reply", "The reply is empty."),
        _ when text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("Liquid error", StringComparison.Ordinal) => ("unresolved-template", "The reply has an unresolved template."),
        _ when string.Equals(text, Course.LastReply(context), StringComparison.Ordinal) => ("agent-repeats", "The reply repeats the agent's last reply word by word."),
        _ => null,
    };
}
