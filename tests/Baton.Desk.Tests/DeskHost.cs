using Baton.Desk;
using Baton.Journal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Baton.Desk.Tests;

/// <summary>The desk with its real grains and a real SQLite log in a folder of its own; only the agent and the clock are the test's.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, string?> _settings;
    private IHost _host = null!;

    private DeskHost(Dictionary<string, string?> settings)
    {
        _settings = settings;
    }

    public ScriptedAgent Agent { get; } = new();

    public FakeTimeProvider Time { get; } = new(Start);

    public IConversations Conversations => Get<IConversations>();

    public IJournal Journal => Get<IJournal>();

    public static async Task<DeskHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var host = new DeskHost(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        host._settings.TryAdd("Journal:DataFolder", Directory.CreateTempSubdirectory("baton-desk-").FullName);
        await host.StartAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Stops everything and starts it again on the same log.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task<ConversationId> OpenAsync(string locale = "en") =>
        await Conversations.OpenAsync(new("web", Customer.Anonymous, locale, "default", false), Cancel);

    public async Task<CommandResult> CustomerWritesAsync(ConversationId id, string text, string? messageId = null)
    {
        var result = await Conversations.WriteAsync(id, new(messageId ?? Guid.NewGuid().ToString("N"), text, []), Cancel);
        Assert.Null(result.Refusal);
        return result;
    }

    /// <summary>The conversation's events once one fits; the test's own time-out ends a wait for nothing.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> EventuallyAsync(ConversationId id, Func<ConversationEvent, bool> happened)
    {
        List<LoggedEvent> events = [];
        await foreach (var item in Get<ILiveFeed>().FollowAsync(id, 0, Cancel))
        {
            if (item is not FeedEvent { Logged: var logged }) continue;
            events.Add(logged);
            if (happened(logged.Event)) break;
        }

        return events;
    }

    public async Task<IReadOnlyList<ConversationEvent>> EventsAsync(ConversationId id) =>
        [.. (await Journal.ReadAsync(id, 0, Cancel)).Select(logged => logged.Event)];

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_settings["Journal:DataFolder"]!, recursive: true);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task StartAsync()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Orleans", LogLevel.Error).AddConsole();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddJournal(builder.Configuration);
        builder.Services.AddDesk(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton<IAgent>(Agent));
        builder.UseDesk();
        _host = builder.Build();
        await _host.StartAsync(Cancel);
    }

    private async Task StopAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
