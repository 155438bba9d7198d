using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Shop;

internal sealed record CustomerAnswer(string Id, string Name, string Email, string Address);

internal static class GetCustomer
{
    [McpServerTool(Name = "get_customer", Title = "Customer", ReadOnly = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(CustomerAnswer))]
    [Description("The signed-in customer's account: name, e-mail address and postal address.")]
    public static CallToolResult Run(ToolRequest request, ToolDesk desk) =>
        desk.Read<CustomerAnswer>(request, (_, customer) => new CustomerAnswer(customer.Id, customer.Name, customer.Email, customer.Address));
}
