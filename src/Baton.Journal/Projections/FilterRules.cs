namespace Baton.Journal;

/// <summary>Bounds of a filter, the same in both engines.</summary>
internal static class FilterRules
{
    /// <summary>The filter with its limit brought into bounds.</summary>
    /// <exception cref="ArgumentException">The text is longer than 200 characters.</exception>
    public static ConversationFilter Bounded(ConversationFilter filter)
    {
        if (filter.Text is { Length: > 200 }) throw new ArgumentException("A search has at most 200 characters.", nameof(filter));
        return filter with { Limit = Math.Clamp(filter.Limit, 1, 500) };
    }
}
