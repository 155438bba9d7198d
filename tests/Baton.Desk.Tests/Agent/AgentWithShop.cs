using Baton.Journal;
using Baton.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Shop;

namespace Baton.Desk.Tests;

/// <summary>The real agent with the shop's real procedures, its real tools over MCP, and the interpreter under test.</summary>
internal sealed class AgentWithShop : IAsyncDisposable
{
    private const string Key = "a key for the tests";

    private readonly string _folder = Directory.CreateTempSubdirectory("agent-").FullName;
    private readonly Dictionary<string, string?> _settings = [];
    private WebApplication? _shop;
    private IHost? _host;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero));

    public ShopFaults Faults => _shop!.Services.GetRequiredService<ShopFaults>();

    public IAgent Agent => Services.GetRequiredService<IAgent>();

    public IServiceProvider Services => _host!.Services;

    public Uri Tools { get; private set; } = null!;

    public static string ProceduresFolder => Path.Combine(Repository(), "samples", "Shop", "procedures");

    public static async Task<AgentWithShop> StartAsync(IInterpreter? interpreter = null, params (string Name, string Value)[] settings)
    {
        var started = new AgentWithShop();
        await started.StartShopAsync("http://127.0.0.1:0");
        foreach (var (name, value) in settings) started._settings[name] = value;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Agent:ProceduresFolder"] = ProceduresFolder,
            ["Agent:ToolServers:0:Name"] = "shop",
            ["Agent:ToolServers:0:Url"] = started.Tools.ToString(),
            ["Agent:ToolServers:0:Key"] = Key,
        }).AddInMemoryCollection(started._settings);
        builder.Services.AddSingleton<TimeProvider>(started.Time);
        if (interpreter is not null) builder.Services.AddSingleton(interpreter);
        builder.Services.AddAgent(builder.Configuration);
        started._host = builder.Build();
        await started._host.StartAsync(TestContext.Current.CancellationToken);
        return started;
    }

    public AgentConversation Opens(string? customer = "ada", string locale = "en") =>
        new(Agent, customer is null ? Customer.Anonymous : new(customer, customer == "ada" ? "Ada Okafor" : customer, $"{customer}@example.com"), Time, locale);

    public async Task StopShopAsync() => await _shop!.StopAsync(TestContext.Current.CancellationToken);

    public async Task StartShopAsync(string url)
    {
        _shop = ShopHost.Build(new ShopOptions { Urls = url, DatabasePath = Path.Combine(_folder, "shop.db"), Key = Key }, Time);
        await _shop.StartAsync(TestContext.Current.CancellationToken);
        Tools = new Uri(new Uri(_shop.Urls.Single()), "/mcp");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync(CancellationToken.None);
            if (_host is IAsyncDisposable host) await host.DisposeAsync();
        }
        if (_shop is not null) await _shop.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Baton.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the repository.");
        return folder;
    }
}
