using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Shop;

internal sealed record SendInvoiceAnswer(string Invoice, string SentTo);

internal static class Invoices
{
    public static string NumberFor(string order) => "IN-" + order[3..];
}

internal static class SendInvoice
{
    [McpServerTool(Name = "send_invoice", Title = "Send the invoice", Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(SendInvoiceAnswer))]
    [Description("Sends the invoice of an order by e-mail, always to the address on the customer's account.")]
    public static CallToolResult Run(
        ToolRequest request,
        ToolDesk desk,
        [Description("The order's number, e.g. SO-10042.")] string order,
        [Description("The address the customer mentioned. Only the one on the account is used; the answer says which.")] string? email = null) =>
        desk.Change<SendInvoiceAnswer>(request, (session, customer) =>
        {
            if (session.FindOrder(customer.Id, order) is not { } found)
                return Refusal.NoSuchOrder(order);
            var invoice = session.Query("SELECT number FROM invoices WHERE orderNumber = $order", row => row.GetString(0), ("$order", found.Number)).SingleOrDefault();
            if (invoice is null)
            {
                return found.Status is OrderStatus.Cancelled
                    ? new Refusal("no_invoice", $"Order {found.Number} was cancelled before it was packed, so it has no invoice.")
                    : new Refusal("invoice_not_ready", $"The invoice for order {found.Number} is made when the order is packed; it will be sent then.");
            }

            // An invoice shows name, address and what was bought: it goes to nobody but the account's owner.
            _ = email;
            session.Execute("INSERT INTO invoiceLetters VALUES ($invoice, $to, $at)", ("$invoice", invoice), ("$to", customer.Email), ("$at", Stored.Time(session.Now)));
            return new SendInvoiceAnswer(invoice, customer.Email);
        });
}
