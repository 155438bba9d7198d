namespace Baton.Language;

/// <summary>A reply of a service with what stood before it and what its writer could know.</summary>
public sealed record ReplyInContext
{
    /// <summary>The reply. Of more than 20,000 characters the rest is not read.</summary>
    public required string Text { get; init; }

    /// <summary>The customer's message that it answers; empty when there is none.</summary>
    public string Question { get; init; } = "";

    /// <summary>What was said before the question, oldest first.</summary>
    public IReadOnlyList<Turn> Before { get; init; } = [];

    /// <summary>
    /// What tools and sources say, each as text or JSON. Empty when nothing was looked up: then nothing but what the customer and earlier
    /// turns said supports a claim. Null when it is not known what the writer could look up, as in an audit from outside: then claims
    /// are found and their support is <see cref="ClaimSupport.Unknown"/>, unless the conversation itself supports or contradicts them.
    /// </summary>
    public IReadOnlyList<string>? Facts { get; init; }

    /// <summary>The customer's language; what the texts show counts more.</summary>
    public string Locale { get; init; } = "en";
}
