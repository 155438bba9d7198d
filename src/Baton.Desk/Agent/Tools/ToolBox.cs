using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;

namespace Baton.Desk;

/// <summary>All configured tool servers as one box.</summary>
internal sealed partial class ToolBox : IToolBox, IAsyncDisposable
{
    private readonly IReadOnlyList<ToolServer> _servers;
    private readonly ILogger _logger;

    public ToolBox(IOptions<AgentOptions> options, IHttpClientFactory http, TimeProvider time, ILoggerFactory loggers)
    {
        _servers = [.. options.Value.ToolServers.Select(server => new ToolServer(server, http, time, loggers))];
        _logger = loggers.CreateLogger<ToolBox>();
    }

    public async Task<ToolAnswer> CallAsync(ToolRequest request, CancellationToken cancellationToken)
    {
        var unreachable = new List<string>();
        foreach (var server in _servers)
        {
            try
            {
                if ((await server.ListAsync(cancellationToken)).All(tool => tool.Name != request.Tool)) continue;
                return Answer(await server.CallAsync(request, cancellationToken));
            }
            catch (ToolServerException error)
            {
                CallFailed(server.Name, request.Tool, request.CallId, error);
                unreachable.Add($"{server.Name}: {error.Message}");
            }
        }
        return new ToolAnswer.Failed(unreachable.Count > 0 ? string.Join(' ', unreachable) : $"No tool server offers '{request.Tool}'.");
    }

    public async Task<(IReadOnlyList<OfferedTool> Tools, IReadOnlyList<string> Unreachable)> ListAsync(CancellationToken cancellationToken)
    {
        var tools = new List<OfferedTool>();
        var unreachable = new List<string>();
        foreach (var server in _servers)
        {
            try
            {
                tools.AddRange(await server.ListAsync(cancellationToken));
            }
            catch (ToolServerException error)
            {
                Unreachable(server.Name, error.Message);
                unreachable.Add(server.Name);
            }
        }
        return (tools, unreachable);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
    }

    private static ToolAnswer Answer(CallToolResult result)
    {
        var text = string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));
        // A refusal is deliberate: it says why in its structured content. A bare error text is a failure and not for customers.
        if (result.IsError == true) return ReasonOf(result.StructuredContent) is { } reason ? new ToolAnswer.Refused(reason) : new ToolAnswer.Failed(text);
        if (result.StructuredContent is { } structured) return new ToolAnswer.Done(LiquidValues.ToJson(structured));
        return new ToolAnswer.Done(Parse(text));
    }

    private static string? ReasonOf(JsonElement? structured) =>
        structured is { ValueKind: JsonValueKind.Object } content && content.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString() : null;

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A server without structured results answers in plain words; procedures see them as {{ name.text }}.
            return LiquidValues.ToJson(new Dictionary<string, object?> { ["text"] = text });
        }
    }

    [LoggerMessage(LogLevel.Warning, "Tool server {Server} gave no proper answer to {Tool} (call {CallId}).")]
    private partial void CallFailed(string server, string tool, string callId, Exception error);

    [LoggerMessage(LogLevel.Warning, "Tool server {Server} cannot be reached: {Why}. Procedures that need it escalate until it is back.")]
    private partial void Unreachable(string server, string why);
}
