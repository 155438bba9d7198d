using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Baton.Desk;

/// <summary>One MCP server: connects when it is first needed and again when the connection was lost.</summary>
internal sealed class ToolServer(ToolServerOptions options, IHttpClientFactory http, TimeProvider time, ILoggerFactory loggers) : IAsyncDisposable
{
    /// <summary>The name of the HTTP client that reaches tool servers.</summary>
    public const string HttpClientName = "tool-servers";

    private readonly SemaphoreSlim _connecting = new(1, 1);
    private Connection? _connection;

    public string Name => options.Name;

    public TimeSpan Timeout => options.Timeout;

    /// <summary>What it offers.</summary>
    /// <exception cref="ToolServerException">It cannot be reached in time.</exception>
    public async Task<IReadOnlyList<OfferedTool>> ListAsync(CancellationToken cancellationToken) =>
        await InTimeAsync(async token => (await ConnectAsync(token)).Tools, cancellationToken);

    /// <summary>Calls a tool once.</summary>
    /// <exception cref="ToolServerException">There is no proper answer in time.</exception>
    public Task<CallToolResult> CallAsync(ToolRequest request, CancellationToken cancellationToken) => InTimeAsync(async token =>
    {
        var connection = await ConnectAsync(token);
        try
        {
            return await CallAsync(connection.Client, request, token);
        }
        catch (HttpRequestException error) when (error.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            // The server was restarted and does not know the session: it has not looked at the call.
            await DropAsync(connection);
            return await CallAsync((await ConnectAsync(token)).Client, request, token);
        }
    }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.Client.DisposeAsync();
        _connecting.Dispose();
    }

    private static async Task<CallToolResult> CallAsync(McpClient client, ToolRequest request, CancellationToken cancellationToken)
    {
        var meta = new JsonObject { ["baton/idempotencyKey"] = request.CallId, ["baton/conversation"] = request.Conversation.Value };
        if (request.Customer is not null) meta["baton/customer"] = request.Customer;
        var arguments = request.Arguments.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value);
        return await client.CallToolAsync(request.Tool, arguments, options: new RequestOptions { Meta = meta }, cancellationToken: cancellationToken);
    }

    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var used = _connection;
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException error) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ToolServerException($"No answer within {options.Timeout.TotalSeconds:0.#} s.", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or McpException or JsonException or InvalidOperationException or ClientTransportClosedException)
        {
            // A protocol error is an answer over a sound connection; anything else may be a broken one.
            if (error is not McpProtocolException && used is not null) await DropAsync(used);
            throw new ToolServerException(error.Message, error);
        }
    }

    private async Task<Connection> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_connection is { } open) return open;
        await _connecting.WaitAsync(cancellationToken);
        try
        {
            if (_connection is { } meanwhile) return meanwhile;
            var transport = new HttpClientTransport(
                new()
                {
                    Endpoint = options.Url!,
                    Name = options.Name,
                    TransportMode = HttpTransportMode.StreamableHttp,
                    AdditionalHeaders = options.Key is { Length: > 0 } key ? new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" } : null,
                },
                http.CreateClient(HttpClientName),
                loggers,
                ownsHttpClient: true);
            var client = await McpClient.CreateAsync(transport, loggerFactory: loggers, cancellationToken: cancellationToken);
            var tools = await client.ListToolsAsync(cancellationToken: cancellationToken);
            return _connection = new(client, [.. tools.Select(tool => new OfferedTool(tool.Name, options.Name, tool.ProtocolTool.Annotations?.ReadOnlyHint == true, tool.ProtocolTool.Annotations?.DestructiveHint != false, ArgumentsOf(tool.JsonSchema)))]);
        }
        finally
        {
            _connecting.Release();
        }
    }

    private static List<string>? ArgumentsOf(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties) ? [.. properties.EnumerateObject().Select(property => property.Name)] : null;

    private async Task DropAsync(Connection connection)
    {
        if (Interlocked.CompareExchange(ref _connection, null, connection) == connection) await connection.Client.DisposeAsync();
    }

    private sealed record Connection(McpClient Client, IReadOnlyList<OfferedTool> Tools);
}

/// <summary>A tool server gave no proper answer.</summary>
internal sealed class ToolServerException(string message, Exception inner) : Exception(message, inner);
