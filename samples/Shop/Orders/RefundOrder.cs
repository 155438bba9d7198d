using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Shop;

internal sealed record RefundAnswer(string RefundNumber, decimal Amount, string Currency, DateOnly By);

internal static class RefundOrder
{
    [McpServerTool(Name = "refund", Title = "Refund", Destructive = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(RefundAnswer))]
    [Description("Pays a part or all of an order back, within the shop's limit and what is left of the order. Cannot be undone.")]
    public static CallToolResult Run(
        ToolRequest request,
        ToolDesk desk,
        ShopOptions options,
        [Description("The order's number, e.g. SO-10042.")] string order,
        [Description("Euros, at most two decimals, e.g. 12.50.")] decimal amount,
        [Description("Why, in the customer's words.")] string reason) =>
        desk.Change<RefundAnswer>(request, (session, customer) =>
        {
            if (session.FindOrder(customer.Id, order) is not { } found)
                return Refusal.NoSuchOrder(order);
            if (amount <= 0 || decimal.Round(amount, 2) != amount)
                return new Refusal("invalid_amount", "Please tell me an amount in euros and cents, such as 12.50.");
            if (found.CanCancel)
                return new Refusal("not_shipped", $"Order {found.Number} has not been shipped yet, so it can simply be cancelled.");
            if (amount > found.Refundable)
            {
                return found.Refundable <= 0
                    ? new Refusal("nothing_refundable", $"Everything paid for order {found.Number} has been paid back already.")
                    : new Refusal("more_than_refundable", string.Create(CultureInfo.InvariantCulture, $"At most {found.Refundable:0.00} EUR of order {found.Number} can still be paid back."));
            }

            if (amount > options.RefundLimit)
                return new Refusal("over_limit", string.Create(CultureInfo.InvariantCulture, $"A refund of more than {options.RefundLimit:0.00} EUR needs a person of our team."));

            var (number, promise) = session.PayBack(found, amount, reason);
            return new RefundAnswer(number, promise.Amount, promise.Currency, promise.By);
        });
}
