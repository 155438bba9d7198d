using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Shop;

/// <param name="ReturnUntil">The last day to announce a return; missing when nothing was delivered.</param>
/// <param name="Refundable">What could still be paid back; 0 before shipping, when the order can be cancelled instead.</param>
internal sealed record OrderDetails(
    string Number,
    DateOnly Placed,
    OrderStatus Status,
    IReadOnlyList<OrderItem> Items,
    decimal Total,
    string Currency,
    Shipment? Shipment,
    string Address,
    bool CanCancel,
    bool CanChangeAddress,
    bool CanReturn,
    DateOnly? ReturnUntil,
    decimal Refundable);

internal static class GetOrder
{
    [McpServerTool(Name = "get_order", Title = "Order", ReadOnly = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(OrderDetails))]
    [Description("One order of the signed-in customer: items, shipment, address, and what can still be done with it.")]
    public static CallToolResult Run(ToolRequest request, ToolDesk desk, [Description("The order's number, e.g. SO-10042.")] string order) =>
        desk.Read<OrderDetails>(request, (session, customer) =>
        {
            if (session.FindOrder(customer.Id, order) is not { } found)
                return Refusal.NoSuchOrder(order);
            return new OrderDetails(
                found.Number, DateOnly.FromDateTime(found.Placed.UtcDateTime), found.Status, found.Items, found.Total, "EUR", found.Shipment, found.Address,
                found.CanCancel, found.CanChangeAddress, found.CanReturn(session.Today), found.ReturnUntil, found.Refundable);
        });
}
