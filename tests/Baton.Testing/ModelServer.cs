using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Baton.Testing;

/// <summary>An OpenAI-compatible server that answers as the test says: well, wrongly, late, with an error, or not at all.</summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<string> _requests = [];
    private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _held;

    private ModelServer(WebApplication app) => _app = app;

    /// <summary>What the model says to a request body; a status of 400 or more is an error of the server.</summary>
    public Func<string, (int Status, string Text)> Answers { get; set; } = _ => (200, "{}");

    /// <summary>Base address to configure as endpoint.</summary>
    public Uri Endpoint => new(new Uri(_app.Urls.Single()), "/v1");

    /// <summary>The bodies of all requests so far.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests) return [.. _requests];
        }
    }

    /// <summary>Completes when a request has arrived since the last call of <see cref="Hold"/>.</summary>
    public Task Asked => _asked.Task;

    public static async Task<ModelServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ModelServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>From now on requests arrive and are not answered until <see cref="Release"/>.</summary>
    public void Hold()
    {
        _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Answers what is held, and everything later at once.</summary>
    public void Release() => _held?.TrySetResult();

    /// <summary>The server is gone: connections are refused.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Release();
        return _app.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Release();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        lock (_requests) _requests.Add(body);
        _asked.TrySetResult();
        if (_held is { } held) await held.Task.WaitAsync(context.RequestAborted);
        var (status, text) = Answers(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(status >= 400 ? """{"error":{"message":"broken on purpose"}}""" : Completion(text), context.RequestAborted);
    }

    private static string Completion(string text) => new JsonObject
    {
        ["id"] = "c-1",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = "stub",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = "stop",
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
    }.ToJsonString();
}
