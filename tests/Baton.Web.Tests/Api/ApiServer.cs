using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.Configuration;

namespace Baton.Web.Tests;

/// <summary>Baton's API on a real port, and a client for it.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    public const string Secret = "a secret of the shop's, thirty-two bytes or more";

    private readonly WebApplication app;
    private readonly DirectoryInfo? folder;

    private ApiServer(WebApplication app, DirectoryInfo? folder)
    {
        this.app = app;
        this.folder = folder;
        Client = new(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = new(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<ApiServer> StartAsync(Dictionary<string, string?>? settings = null, FakeTimeProvider? time = null, DirectoryInfo? kept = null)
    {
        var data = kept ?? Directory.CreateTempSubdirectory("baton-api-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Journal:DataFolder"] = data.FullName,
            ["Web:Identity:Secret"] = Secret,
            ["Web:AllowedOrigins:0"] = "https://shop.example",
            ["Logging:LogLevel:Default"] = "Error",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        if (time is not null) builder.Services.AddSingleton<TimeProvider>(time);
        builder.Logging.AddFilter("Orleans", LogLevel.Critical);
        builder.Services.AddJournal(builder.Configuration);
        builder.Services.AddDesk(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton<IAgent, EchoAgent>());
        builder.UseDesk();
        // A test may let days pass at once; a silo that believes it slept for days would end the whole process.
        builder.Services.Configure<ClusterMembershipOptions>(options => options.LivenessEnabled = false);
        builder.Services.AddWeb(builder.Configuration);
        var built = builder.Build();
        built.MapWeb();
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new(built, kept is null ? data : null);
    }

    public async Task<Opened> OpenAsync(object? request = null)
    {
        using var answer = await Client.PostAsJsonAsync("/v1/conversations", request ?? new { }, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Opened>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Calls an address; <paramref name="body"/> is an object that becomes JSON, a string that is sent as it is, or ready content.</summary>
    public async Task<Answer> CallAsync(HttpMethod method, string address, string? token = null, object? body = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        // A body that is refused by its length is then never sent, instead of breaking off in the middle.
        request.Headers.ExpectContinue = body is HttpContent;
        request.Content = body switch
        {
            null => null,
            HttpContent ready => ready,
            string raw => new StringContent(raw, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        change?.Invoke(request);
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var content = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new((int)answer.StatusCode, answer.Headers, answer.Content.Headers, content);
    }

    public Task<Answer> PostAsync(string address, string? token = null, object? body = null) => CallAsync(HttpMethod.Post, address, token, body);

    public Task<Answer> GetAsync(string address, string? token = null) => CallAsync(HttpMethod.Get, address, token);

    /// <summary>A key with the given scopes, all when none is given, that acts as a new worker of that name.</summary>
    public async Task<string> KeyAsync(string? worker, params string[] scopes)
    {
        string? id = null;
        if (worker is not null)
        {
            await using var accounts = await Services.GetRequiredService<IDbContextFactory<AccountsContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            var account = new WorkerAccount { UserName = worker, DisplayName = worker };
            accounts.Add(account);
            await accounts.SaveChangesAsync(TestContext.Current.CancellationToken);
            id = account.Id;
        }

        var made = await Services.GetRequiredService<ApiKeys>().CreateAsync(new("test", scopes.Length == 0 ? ApiScopes.All : scopes, id), TestContext.Current.CancellationToken);
        Assert.Null(made.Mistake);
        return made.Secret!;
    }

    /// <summary>Waits until the log of a conversation has an event of a type.</summary>
    public async Task UntilAsync(Opened opened, string type)
    {
        await foreach (var item in Services.GetRequiredService<ILiveFeed>().FollowAsync(new(opened.Conversation), 0, TestContext.Current.CancellationToken))
        {
            if (item is FeedEvent happened && EventTypes.NameOf(happened.Logged.Event).StartsWith(type, StringComparison.Ordinal)) return;
        }
    }

    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder?.Delete(recursive: true);
    }
}

internal sealed record Opened(string Conversation, string Token, bool Identified, string? Name)
{
    public string Path(string rest) => $"/v1/conversations/{Conversation}/{rest}";
}

internal sealed record Answer(int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    /// <summary>Asserts a problem with this status and code and a detail to act on, and answers the detail.</summary>
    public string IsProblem(int status, string code)
    {
        Assert.True(status == Status, $"Expected {status} {code}, got {Status}: {Text}");
        Assert.Equal("application/problem+json", ContentHeaders.ContentType?.MediaType);
        Assert.Equal((code, status), (Json.GetProperty("code").GetString(), Json.GetProperty("status").GetInt32()));
        Assert.DoesNotContain("Exception", Text, StringComparison.Ordinal);
        return Json.GetProperty("detail").GetString()!;
    }
}
