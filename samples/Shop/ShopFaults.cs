using System.Collections.Concurrent;

namespace Shop;

/// <summary>Makes tools slow or broken on purpose, while the shop runs, so that a caller's patience can be tested.</summary>
public sealed class ShopFaults
{
    private readonly ConcurrentDictionary<string, ShopFault> _faults = new(StringComparer.Ordinal);

    /// <summary>From now on every call of <paramref name="tool"/> waits first.</summary>
    public void Slow(string tool, TimeSpan wait) => _faults[tool] = new ShopFault(wait, ShopFailure.None);

    /// <summary>From now on every call of <paramref name="tool"/> fails before anything was done.</summary>
    public void Fail(string tool) => _faults[tool] = new ShopFault(TimeSpan.Zero, ShopFailure.Before);

    /// <summary>From now on every call of <paramref name="tool"/> does its work and then fails: the caller cannot know that it was done.</summary>
    public void FailAfterwards(string tool) => _faults[tool] = new ShopFault(TimeSpan.Zero, ShopFailure.After);

    /// <summary>All tools work again.</summary>
    public void Clear() => _faults.Clear();

    internal ShopFault Of(string tool) => _faults.GetValueOrDefault(tool, ShopFault.None);
}

internal enum ShopFailure
{
    None,
    Before,
    After,
}

internal sealed record ShopFault(TimeSpan Wait, ShopFailure Failure)
{
    public static ShopFault None { get; } = new(TimeSpan.Zero, ShopFailure.None);
}

/// <summary>A failure that was asked for.</summary>
internal sealed class ShopFaultException(string tool) : Exception($"The shop's {tool} is broken on purpose.");
