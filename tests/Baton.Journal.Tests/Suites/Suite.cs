namespace Baton.Journal.Tests;

/// <summary>What every suite has: an engine of its own and one node that uses it.</summary>
public abstract class Suite<TEngine> : IAsyncLifetime
    where TEngine : Engine, new()
{
    protected TEngine Engine { get; } = new();

    protected Node Node { get; private set; } = null!;

    protected IJournal Journal => Node.Journal;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected DateTimeOffset Now => Node.Time.GetUtcNow();

    /// <summary>True when the node's projections shall follow the log.</summary>
    protected virtual bool Follows => false;

    public async ValueTask InitializeAsync() => Node = await Engine.StartAsync(Follows);

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await Engine.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected ConversationId NewId() => ConversationId.New(Node.Time);

    /// <summary>The node ends and another one begins on the same store.</summary>
    protected async Task RestartAsync()
    {
        await Node.DisposeAsync();
        Node = await Engine.StartAsync(Follows);
    }

    protected Task<IReadOnlyList<LoggedEvent>> AppendAsync(ConversationId id, int expected, params ConversationEvent[] events) =>
        Journal.AppendAsync(id, expected, events, Now, null, Stop);

    protected static CustomerWrote Wrote(string text) => new("m", text, []);

    protected static ConversationOpened Opened(string? name = null, string? customer = null) =>
        new("web", new Customer(customer, name, null), "en", "default", false);
}
