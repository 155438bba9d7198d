namespace Baton.Journal;

/// <summary>A worker made good with money or its worth, within the goodwill budget.</summary>
/// <param name="GrantId">Its own id: the same grant again changes nothing.</param>
/// <param name="Worker">Who.</param>
/// <param name="WorkerName">The worker's name.</param>
/// <param name="Amount">How much, above 0, at most two decimals.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="For">What it is given as and for, e.g. <c>voucher for the late parcel</c>.</param>
public sealed record GoodwillGranted(string GrantId, WorkerId Worker, string WorkerName, decimal Amount, string Currency, string For) : ConversationEvent;
