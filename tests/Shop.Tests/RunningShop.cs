using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Shop.Tests;

/// <summary>A shop on a free port with a database of its own, and a client of its tools.</summary>
public sealed class RunningShop : IAsyncLifetime
{
    public const string Key = "a key for the tests";
    public const string Secret = "a secret of thirty-two bytes or more";

    private readonly string _folder = Directory.CreateTempSubdirectory("shop-").FullName;
    private WebApplication? _app;
    private McpClient? _tools;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero));

    public Uri Address { get; private set; } = null!;

    public ShopFaults Faults => _app!.Services.GetRequiredService<ShopFaults>();

    public IdentityTokens Tokens => _app!.Services.GetRequiredService<IdentityTokens>();

    public McpClient Tools => _tools!;

    public string DatabasePath => Path.Combine(_folder, "shop.db");

    public async ValueTask InitializeAsync()
    {
        _app = ShopHost.Build(
            new ShopOptions { Urls = "http://127.0.0.1:0", DatabasePath = DatabasePath, Key = Key, IdentitySecret = Secret, BatonUrl = "http://localhost:5080" }, Time);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(_app.Urls.Single());
        _tools = await ConnectAsync(Key);
    }

    public async Task<McpClient> ConnectAsync(string? key)
    {
        var transport = new HttpClientTransportOptions { Endpoint = new Uri(Address, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp };
        if (key is not null)
            transport.AdditionalHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = "Bearer " + key };
        return await McpClient.CreateAsync(new HttpClientTransport(transport), cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Calls a tool for a customer (null: nobody is signed in).</summary>
    public async Task<ToolAnswer> CallAsync(string? customer, string tool, object? arguments = null, string? key = null)
    {
        var meta = new JsonObject { ["baton/conversation"] = "c-1" };
        if (customer is not null)
            meta["baton/customer"] = customer;
        if (key is not null)
            meta["baton/idempotencyKey"] = key;
        var result = await Tools.CallToolAsync(
            new CallToolRequestParams
            {
                Name = tool,
                Meta = meta,
                Arguments = JsonSerializer.SerializeToElement(arguments ?? new { }).Deserialize<Dictionary<string, JsonElement>>(),
            },
            TestContext.Current.CancellationToken);
        return new ToolAnswer(result);
    }

    public async ValueTask DisposeAsync()
    {
        if (_tools is not null)
            await _tools.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What a tool answered.</summary>
public sealed class ToolAnswer(CallToolResult result)
{
    public bool IsError => result.IsError is true;

    public JsonElement Content => result.StructuredContent ?? throw new InvalidOperationException($"No structured content: {Text}");

    public string Text => string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));

    public JsonElement this[string name]
    {
        get
        {
            Assert.False(IsError, Text);
            return Content.GetProperty(name);
        }
    }

    public void IsRefused(string code, string sentence)
    {
        Assert.True(IsError, Text);
        Assert.Equal(code, Content.GetProperty("code").GetString());
        Assert.Equal(sentence, Content.GetProperty("message").GetString());
        Assert.Equal(sentence, Text);
    }
}
