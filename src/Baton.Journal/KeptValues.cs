namespace Baton.Journal;

/// <summary>
/// Small values that must survive and cannot be told from the log: how far a mailbox was read, a draft, what waits to be sent. Kept in drawers,
/// beside the log and in the same engine; durable when a call completes.
/// </summary>
public interface IKeptValues
{
    /// <summary>A value; null when there is none.</summary>
    Task<string?> GetAsync(string drawer, string key, CancellationToken cancellationToken);

    /// <summary>Keeps a value unless the key has one: whoever comes first decides.</summary>
    /// <returns>The value that is kept now, this one or the earlier.</returns>
    Task<string> AddAsync(string drawer, string key, string value, CancellationToken cancellationToken);

    /// <summary>Keeps a value in place of any earlier.</summary>
    Task PutAsync(string drawer, string key, string value, CancellationToken cancellationToken);

    /// <summary>Forgets a value; nothing happens when there is none.</summary>
    Task RemoveAsync(string drawer, string key, CancellationToken cancellationToken);

    /// <summary>Values of a drawer in the order of their keys.</summary>
    /// <param name="drawer">Which drawer.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<IReadOnlyList<KeptValue>> ListAsync(string drawer, int limit, CancellationToken cancellationToken);
}

/// <summary>One kept value.</summary>
/// <param name="Key">Its key in the drawer.</param>
/// <param name="Value">The value.</param>
public sealed record KeptValue(string Key, string Value);
