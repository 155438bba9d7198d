namespace Baton.Audit;

/// <summary>One enquiry that is to be sent.</summary>
/// <param name="Key">Its name in the run and in the address made for its replies.</param>
/// <param name="Route">The address it goes to.</param>
/// <param name="Enquiry">What is asked.</param>
/// <param name="SendAt">When.</param>
/// <param name="From">The address it comes from, made for it alone.</param>
/// <param name="Token">A word in its text that no other mail holds.</param>
/// <param name="TwinFrom">The address its twins come from: what comes back from a control mailbox is never taken for the other side's.</param>
public sealed record ProbePlan(string Key, string Route, Enquiry Enquiry, DateTimeOffset SendAt, string From, string Token, string TwinFrom);

/// <summary>What a run is going to do, fixed before it begins.</summary>
/// <param name="Seed">What fixed it.</param>
/// <param name="From">The first moment at which an enquiry may be sent.</param>
/// <param name="Until">When the last probe is no longer watched.</param>
/// <param name="Probes">By their time.</param>
public sealed record RadarPlan(long Seed, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<ProbePlan> Probes);
