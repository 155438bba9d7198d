using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;

namespace Shop;

/// <summary>Where every tool call comes in: who the customer is, whether the same call was answered before, and one transaction.</summary>
internal sealed class ToolDesk(ShopDatabase database)
{
    /// <summary>For a tool that needs no customer and changes nothing.</summary>
    public CallToolResult ReadForAnyone<T>(ToolRequest request, Func<ShopSession, Outcome<T>> answer)
        where T : class =>
        database.Read(session => Result(Serialize(answer(session))));

    /// <summary>For a tool that tells the customer about their own things.</summary>
    public CallToolResult Read<T>(ToolRequest request, Func<ShopSession, Customer, Outcome<T>> answer)
        where T : class =>
        database.Read(session => Result(Serialize(For(request, session, answer))));

    /// <summary>
    /// For a tool that changes something. With <c>baton/idempotencyKey</c> the first answer is kept in the transaction that made
    /// the change, and given again to the same call.
    /// </summary>
    public CallToolResult Change<T>(ToolRequest request, Func<ShopSession, Customer, Outcome<T>> change)
        where T : class =>
        database.Change(session =>
        {
            if (Meta(request, "baton/idempotencyKey") is not { } key)
                return Result(Serialize(For(request, session, change)));

            var call = new RememberedCall(request.Params.Name, Meta(request, "baton/customer") ?? "", Arguments(request.Params));
            if (session.Remembered(key) is { } first)
            {
                return first.Call == call
                    ? Result(first.Answer)
                    : Result(Serialize(Refusal.KeyReused));
            }

            var answer = Serialize(For(request, session, change));
            session.Remember(key, call, answer);
            return Result(answer);
        });

    private static Outcome<T> For<T>(ToolRequest request, ShopSession session, Func<ShopSession, Customer, Outcome<T>> answer)
        where T : class =>
        Meta(request, "baton/customer") is { } id && session.Find(id) is { } customer ? answer(session, customer) : Refusal.NoIdentity;

    // The customer is only ever the one the caller vouches for, never one named in the arguments.
    private static string? Meta(ToolRequest request, string name) =>
        request.Params.Meta?[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    // In the order of their names, so that the same call is the same text.
    private static string Arguments(CallToolRequestParams call)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in (call.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            arguments[name] = JsonNode.Parse(value.GetRawText());
        return arguments.ToJsonString();
    }

    private static SerializedAnswer Serialize<T>(Outcome<T> outcome)
        where T : class =>
        outcome.Refusal is { } refusal
            ? Serialize(refusal)
            : new SerializedAnswer(false, JsonSerializer.Serialize(outcome.Answer!, (JsonTypeInfo<T>)ShopJson.Default.GetTypeInfo(typeof(T))!));

    private static SerializedAnswer Serialize(Refusal refusal) => new(true, JsonSerializer.Serialize(refusal, ShopJson.Default.Refusal));

    private static CallToolResult Result(SerializedAnswer answer)
    {
        using var json = JsonDocument.Parse(answer.Json);
        // A refusal's text is its sentence, for callers that look no further.
        var text = answer.IsRefusal ? json.RootElement.GetProperty("message").GetString()! : answer.Json;
        return new CallToolResult
        {
            IsError = answer.IsRefusal,
            StructuredContent = json.RootElement.Clone(),
            Content = [new TextContentBlock { Text = text }],
        };
    }
}
