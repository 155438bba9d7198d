using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Shop;

internal sealed record ChangeAddressAnswer(string Order, string Address);

internal static class ChangeAddress
{
    private const int Shortest = 10;
    private const int Longest = 200;

    [McpServerTool(Name = "change_address", Title = "Change the address", Destructive = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(ChangeAddressAnswer))]
    [Description("Sends an order that is not packed yet to another address. The address of the account stays as it is.")]
    public static CallToolResult Run(
        ToolRequest request,
        ToolDesk desk,
        [Description("The order's number, e.g. SO-10042.")] string order,
        [Description("The whole new address: street and number, postal code, town, country.")] string address) =>
        desk.Change<ChangeAddressAnswer>(request, (session, customer) =>
        {
            if (session.FindOrder(customer.Id, order) is not { } found)
                return Refusal.NoSuchOrder(order);
            if (!found.CanChangeAddress)
                return new Refusal("address_fixed", $"Order {found.Number} {found.StateInWords}, so its address can no longer be changed.");

            var line = string.Join(' ', address.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
            if (line.Length is < Shortest or > Longest || !line.Any(char.IsLetter) || line.Any(char.IsControl))
                return new Refusal("invalid_address", "That does not look like a whole address: I need the street and number, the postal code, the town and the country.");

            session.Execute("UPDATE orders SET address = $address WHERE number = $number", ("$address", line), ("$number", found.Number));
            return new ChangeAddressAnswer(found.Number, line);
        });
}
