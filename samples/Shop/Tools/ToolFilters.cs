using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Shop;

/// <summary>What happens around every tool call.</summary>
internal static class ToolFilters
{
    /// <summary>Slow or broken on purpose, when <see cref="ShopFaults"/> says so.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> WithFaults(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        async (request, cancellationToken) =>
        {
            var services = request.Services!;
            var tool = request.Params.Name;
            var fault = services.GetRequiredService<ShopFaults>().Of(tool);

            if (fault.Wait > TimeSpan.Zero)
                await Task.Delay(fault.Wait, services.GetRequiredService<TimeProvider>(), cancellationToken);
            if (fault.Failure is ShopFailure.Before)
                throw new ShopFaultException(tool);
            var result = await next(request, cancellationToken);
            return fault.Failure is ShopFailure.After ? throw new ShopFaultException(tool) : result;
        };

    /// <summary>Arguments of a wrong type, or missing ones, are the caller's mistake and are told as one.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> WithArgumentErrors(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        async (request, cancellationToken) =>
        {
            try
            {
                // A null is an argument that was left out.
                foreach (var (name, _) in request.Params.Arguments?.Where(pair => pair.Value.ValueKind is JsonValueKind.Null).ToList() ?? [])
                    request.Params.Arguments!.Remove(name);
                return await next(request, cancellationToken);
            }
            catch (Exception error) when (error is JsonException or ArgumentException)
            {
                var refusal = new Refusal("invalid_arguments", "Something went wrong on our side, and nothing was changed.");
                return new CallToolResult
                {
                    IsError = true,
                    StructuredContent = JsonSerializer.SerializeToElement(refusal, ShopJson.Default.Refusal),
                    Content = [new TextContentBlock { Text = $"Invalid arguments for {request.Params.Name}: {error.Message}" }],
                };
            }
        };
}
