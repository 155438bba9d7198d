using System.Text.Json;
using System.Text.Json.Serialization;
using ModelContextProtocol;

namespace Shop;

/// <summary>How the tools' arguments and answers look.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(OrdersAnswer))]
[JsonSerializable(typeof(OrderDetails))]
[JsonSerializable(typeof(CancelOrderAnswer))]
[JsonSerializable(typeof(ChangeAddressAnswer))]
[JsonSerializable(typeof(CreateReturnAnswer))]
[JsonSerializable(typeof(RefundAnswer))]
[JsonSerializable(typeof(SendInvoiceAnswer))]
[JsonSerializable(typeof(ProductsAnswer))]
[JsonSerializable(typeof(CustomerAnswer))]
[JsonSerializable(typeof(Resolution))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(IdentityTokenAnswer))]
internal sealed partial class ShopJson : JsonSerializerContext;

/// <summary>For the arguments and schemas of tools: ours, then what the protocol needs.</summary>
internal static class ToolJson
{
    public static JsonSerializerOptions Options { get; } = Combine();

    private static JsonSerializerOptions Combine()
    {
        var options = new JsonSerializerOptions(ShopJson.Default.Options);
        options.TypeInfoResolverChain.Add(McpJsonUtilities.DefaultOptions.TypeInfoResolver!);
        options.MakeReadOnly();
        return options;
    }
}
