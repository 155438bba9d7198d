namespace Baton;

/// <summary>Who plays customers, and where.</summary>
/// <param name="Api">Address of Baton, e.g. <c>http://localhost:5080</c>; only its public HTTP API is used.</param>
/// <param name="Count">How many conversations they have at once, at most; 0 for none.</param>
/// <param name="IdentityTokenFor">
/// A signed identity token for a customer of the shop (<c>ada</c>, <c>ben</c>, …), or null when the shop does not know them; then they
/// write anonymously.
/// </param>
/// <param name="Seed">The same seed gives the same people with the same moods in the same order.</param>
internal sealed record SimulatedCustomersOptions(Uri Api, int Count, Func<string, string?> IdentityTokenFor, int Seed = 1);
