namespace Baton.Desk;

/// <summary>Puts a reply into words that fit the conversation, without changing what it says.</summary>
internal interface IReplyPhraser
{
    /// <summary>The reply in other words, or the same text when there are none that keep every fact.</summary>
    ValueTask<string> PhraseAsync(AgentContext context, string text, string language, CancellationToken cancellationToken);
}

/// <summary>Replies are sent as the procedures have them.</summary>
internal sealed class PlainPhraser : IReplyPhraser
{
    public ValueTask<string> PhraseAsync(AgentContext context, string text, string language, CancellationToken cancellationToken) => new(text);
}
