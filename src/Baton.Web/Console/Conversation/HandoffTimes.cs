namespace Baton.Web;

/// <summary>The two clocks of a handoff.</summary>
/// <param name="NeedAt">When the customer first wrote about the matter.</param>
/// <param name="TriggerAt">When a person was called for, or came unasked.</param>
/// <param name="HelpedAt">When a person first wrote something with substance; null while the clocks run.</param>
public sealed record HandoffTimes(DateTimeOffset NeedAt, DateTimeOffset TriggerAt, DateTimeOffset? HelpedAt)
{
    /// <summary>In words, once they stand; null while they run. Whole minutes, rounded up.</summary>
    public string? Words => HelpedAt is { } at ? $"Helped {Minutes(at - TriggerAt)} after the call, {Minutes(at - NeedAt)} after the first need" : null;

    private static string Minutes(TimeSpan span) => $"{(int)Math.Ceiling(span.TotalMinutes)} min";
}
