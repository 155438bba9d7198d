using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Journal.Tests;

/// <summary>A place for a log that outlives the processes ("nodes") that use it.</summary>
public abstract class Engine : IAsyncDisposable
{
    /// <summary>What a node of this engine is configured with.</summary>
    public abstract IDictionary<string, string?> Settings { get; }

    /// <summary>True when several nodes may use the same store at once.</summary>
    public abstract bool AllowsManyNodes { get; }

    /// <summary>Makes the store, if that takes time.</summary>
    public virtual ValueTask PrepareAsync() => ValueTask.CompletedTask;

    /// <summary>Starts a node; its projections follow unless told otherwise.</summary>
    public async Task<Node> StartAsync(bool follows = true)
    {
        await PrepareAsync();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Settings);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddJournal(builder.Configuration);
        var host = builder.Build();
        if (follows) await host.StartAsync(TestContext.Current.CancellationToken);
        return new Node(host, time, follows);
    }

    public abstract ValueTask DisposeAsync();
}

/// <summary>One process's view of a store.</summary>
public sealed class Node(IHost host, FakeTimeProvider time, bool follows) : IAsyncDisposable
{
    public FakeTimeProvider Time => time;

    public IServiceProvider Services => host.Services;

    public IJournal Journal => host.Services.GetRequiredService<IJournal>();

    public IAttachmentStore Attachments => host.Services.GetRequiredService<IAttachmentStore>();

    public IConversationIndex Index => host.Services.GetRequiredService<IConversationIndex>();

    public async ValueTask DisposeAsync()
    {
        if (follows) await host.StopAsync(CancellationToken.None);
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        else host.Dispose();
    }
}
