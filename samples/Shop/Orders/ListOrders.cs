using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Shop;

internal sealed record OrderSummary(string Number, DateOnly Placed, OrderStatus Status, IReadOnlyList<OrderItem> Items, decimal Total, string Currency);

internal sealed record OrdersAnswer(IReadOnlyList<OrderSummary> Orders);

internal static class ListOrders
{
    [McpServerTool(Name = "list_orders", Title = "Orders", ReadOnly = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(OrdersAnswer))]
    [Description("All orders of the signed-in customer, newest first.")]
    public static CallToolResult Run(ToolRequest request, ToolDesk desk) =>
        desk.Read<OrdersAnswer>(request, (session, customer) => new OrdersAnswer([.. session.OrdersOf(customer.Id).Select(order =>
            new OrderSummary(order.Number, DateOnly.FromDateTime(order.Placed.UtcDateTime), order.Status, order.Items, order.Total, "EUR"))]));
}
