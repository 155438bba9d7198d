namespace Baton.Audit;

/// <summary>How long something took, or has taken so far.</summary>
/// <param name="Time">The time from the start, 0 or more, in any unit that all of a sample share.</param>
/// <param name="Cause">0: nothing has happened yet, the observation ends here (censored). 1 and more: what ended it; different numbers compete.</param>
/// <param name="Group">What it is compared by, e.g. a channel; any numbers.</param>
public sealed record Observation(double Time, int Cause, int Group = 0)
{
    /// <summary>Below this number of observations a sample says too little to be judged: it is told as "too few to tell".</summary>
    public const int FewestToTell = 10;
}
