using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Baton.Ceiling;

// The least a server of this kind can do: take a POST, hand its text to whoever follows the conversation, answer. The same host,
// JSON and Server-Sent Events as Baton, and nothing between: no token, no rule, no grain, no log.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, CeilingJson.Default));
var app = builder.Build();
var followers = new ConcurrentDictionary<string, Channel<Written>>();

app.MapGet("/health/ready", () => "ready");
app.MapPost("/v1/conversations", () =>
{
    var id = Guid.NewGuid().ToString("N");
    followers[id] = Channel.CreateUnbounded<Written>();
    return new Opened(id, id);
});
app.MapPost("/v1/conversations/{id}/messages", (string id, Message message) =>
{
    followers[id].Writer.TryWrite(new(message.Id, message.Text));
    return new Receipt(message.Id);
});
app.MapGet("/v1/conversations/{id}/stream", async (string id, HttpContext context) =>
{
    context.Response.ContentType = "text/event-stream";
    await context.Response.BodyWriter.WriteAsync(": connected\n\n"u8.ToArray(), context.RequestAborted);
    await foreach (var written in followers[id].Reader.ReadAllAsync(context.RequestAborted))
    {
        var json = System.Text.Json.JsonSerializer.Serialize(written, CeilingJson.Default.Written);
        await context.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes($"event: message\ndata: {json}\n\n"), context.RequestAborted);
    }
});
await app.RunAsync();

namespace Baton.Ceiling
{
    internal sealed record Message(string Id, string Text);

    internal sealed record Written(string Id, string Text);

    internal sealed record Receipt(string Id);

    internal sealed record Opened(string Conversation, string Token);

    [JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Message))]
    [JsonSerializable(typeof(Written))]
    [JsonSerializable(typeof(Receipt))]
    [JsonSerializable(typeof(Opened))]
    internal sealed partial class CeilingJson : JsonSerializerContext;
}
