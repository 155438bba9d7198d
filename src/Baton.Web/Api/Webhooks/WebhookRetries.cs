namespace Baton.Web;

/// <summary>When a delivery that failed is tried again: ever later, for about a day, and not all at the same moment.</summary>
internal static class WebhookRetries
{
    /// <summary>Tries in all; after the last one the delivery is dead until somebody retries it by hand.</summary>
    public const int Attempts = 12;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>How long to wait after so many tries: 10 seconds, then three times as long each time, at most 6 hours, all plus or minus a fifth.</summary>
    /// <param name="attempts">Tries so far, from 1.</param>
    /// <param name="chance">0 to 1, evenly distributed.</param>
    public static TimeSpan After(int attempts, double chance)
    {
        var wait = Math.Min(First.TotalSeconds * Math.Pow(3, attempts - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(wait * (0.8 + 0.4 * chance));
    }
}
