using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Shop;

internal sealed record CancelOrderAnswer(string Order, RefundPromise Refund);

internal static class CancelOrder
{
    [McpServerTool(Name = "cancel_order", Title = "Cancel an order", Destructive = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(CancelOrderAnswer))]
    [Description("Cancels an order that has not been shipped and pays all of it back. Cannot be undone.")]
    public static CallToolResult Run(
        ToolRequest request,
        ToolDesk desk,
        [Description("The order's number, e.g. SO-10042.")] string order,
        [Description("Why, in the customer's words.")] string? reason = null) =>
        desk.Change<CancelOrderAnswer>(request, (session, customer) =>
        {
            if (session.FindOrder(customer.Id, order) is not { } found)
                return Refusal.NoSuchOrder(order);
            if (!found.CanCancel)
            {
                return new Refusal(
                    found.Status is OrderStatus.Cancelled ? "already_cancelled" : "already_shipped",
                    found.Status is OrderStatus.Cancelled
                        ? $"Order {found.Number} has already been cancelled."
                        : $"Order {found.Number} {found.StateInWords}, so it can no longer be cancelled.");
            }

            session.Execute(
                "UPDATE orders SET status = 'cancelled', cancelReason = $reason WHERE number = $number", ("$reason", reason), ("$number", found.Number));
            foreach (var item in found.Items)
                session.Execute("UPDATE products SET stock = stock + $quantity WHERE sku = $sku", ("$quantity", item.Quantity), ("$sku", item.Sku));
            var (_, promise) = session.PayBack(found, found.Total - found.Refunded, "Order cancelled");
            return new CancelOrderAnswer(found.Number, promise);
        });
}
