namespace Baton.Desk;

/// <summary>
/// Whether a customer who waits has silently left. Between 3 and 70 % of customers do, by firm, and workers lose time on them
/// (Castellanos, Yom-Tov and Goldberg, "Silent abandonment in text-based contact centers", arXiv 2501.08869).
/// </summary>
public static class SilencePolicy
{
    /// <summary>A closed page may be a tunnel or a reload; nobody stays away so long for these.</summary>
    private static readonly TimeSpan Disconnected = TimeSpan.FromSeconds(90);

    /// <summary>Probability that the customer has left, 0 to 1.</summary>
    /// <param name="now">Now.</param>
    /// <param name="lastSign">When the customer last wrote, typed, or had the page open.</param>
    /// <param name="isConnected">Whether the page is open now.</param>
    /// <param name="isLetter">True for letters, whose writers are never connected.</param>
    public static double Gone(DateTimeOffset now, DateTimeOffset lastSign, bool isConnected, bool isLetter) =>
        isLetter || isConnected ? 0 : 1 - Math.Pow(0.1, Math.Max(0, (now - lastSign) / Disconnected));
}
