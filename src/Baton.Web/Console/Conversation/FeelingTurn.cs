namespace Baton.Web;

/// <summary>Where a customer's feeling turned against the service.</summary>
/// <param name="Version">Version of the message.</param>
/// <param name="Text">What they wrote.</param>
/// <param name="From">The feeling before; null when they arrived with it.</param>
/// <param name="To">The feeling it shows.</param>
public sealed record FeelingTurn(int Version, string Text, string? From, string To);
