namespace Baton.Desk;

/// <summary>
/// Who is served first while there are more customers than free hands: the share of the customer's patience that is used up, times
/// what is at stake. It grows without bound, so nobody is passed over for ever.
/// </summary>
public static class UrgencyPolicy
{
    /// <summary>Urgency; 1 is an ordinary customer at the end of an ordinary patience.</summary>
    public static double Of(WaitingCase waiting, DateTimeOffset now, DispatchOptions options)
    {
        var patience = waiting.IsLetter ? options.EmailPatience : options.Patience;
        var waited = Math.Max(0, (now - waiting.Since) / patience);
        var late = waiting.PromisedBy is { } by && now > by ? (now - by) / patience : 0;
        var stake = 1 + (options.RiskStake * Math.Max(waiting.Risk, waiting.Aggravation)) + (waiting.IsRetrial ? options.RetrialStake : 0);
        return (waited * stake) + (late * options.BrokenPromiseStake);
    }
}
