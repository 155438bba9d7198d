using System.ComponentModel;
using System.Text.Json.Serialization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Shop;

[JsonConverter(typeof(JsonStringEnumConverter<Resolution>))]
internal enum Resolution
{
    [JsonStringEnumMemberName("refund")]
    Refund,

    [JsonStringEnumMemberName("exchange")]
    Exchange,
}

internal sealed record ReturnRefund(decimal Amount, string Currency);

/// <param name="Label">Where the customer finds the label to print.</param>
/// <param name="Refund">What is paid back once the parcel is here; missing for an exchange.</param>
internal sealed record CreateReturnAnswer(string ReturnNumber, string Label, ReturnRefund? Refund);

internal static class CreateReturn
{
    [McpServerTool(Name = "create_return", Title = "Return or exchange", Destructive = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(CreateReturnAnswer))]
    [Description("Announces that the customer sends an item of a delivered order back, for a refund or for another size or colour of it.")]
    public static CallToolResult Run(
        ToolRequest request,
        ToolDesk desk,
        ShopOptions options,
        [Description("The order's number, e.g. SO-10042.")] string order,
        [Description("Which item of the order.")] string sku,
        [Description("Why, in the customer's words.")] string reason,
        [Description("What the customer wants for it.")] Resolution resolution,
        [Description("For an exchange: the sku wanted instead.")] string? exchangeFor = null) =>
        desk.Change<CreateReturnAnswer>(request, (session, customer) =>
        {
            if (session.FindOrder(customer.Id, order) is not { } found)
                return Refusal.NoSuchOrder(order);
            if (Returns.Problem(session, found, sku) is { } problem)
                return problem;
            var item = found.Items.Single(item => item.Sku.Equals(sku.Trim(), StringComparison.OrdinalIgnoreCase));

            Product? instead = null;
            if (resolution is Resolution.Exchange)
            {
                instead = exchangeFor is null ? null : session.FindProduct(exchangeFor);
                if (Returns.ExchangeProblem(item, instead) is { } exchangeProblem)
                    return exchangeProblem;
                session.Execute("UPDATE products SET stock = stock - $quantity WHERE sku = $sku", ("$quantity", item.Quantity), ("$sku", instead!.Sku));
            }

            // Never more than is left of what was paid: a part may have been refunded before.
            var amount = resolution is Resolution.Refund ? Math.Min(item.Price * item.Quantity, found.Refundable) : 0m;
            var number = Returns.NumberFor(found.Number, item.Sku);
            session.Execute(
                "INSERT INTO returns VALUES ($number, $order, $sku, $reason, $resolution, $for, $amount, 'announced', $at)",
                ("$number", number), ("$order", found.Number), ("$sku", item.Sku), ("$reason", reason),
                ("$resolution", resolution is Resolution.Refund ? "refund" : "exchange"), ("$for", instead?.Sku),
                ("$amount", Stored.Cents(amount)), ("$at", Stored.Time(session.Now)));
            return new CreateReturnAnswer(number, Returns.LabelAddress(options, number), resolution is Resolution.Refund ? new ReturnRefund(amount, "EUR") : null);
        });
}
