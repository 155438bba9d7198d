namespace Shop;

internal sealed record Customer(string Id, string Name, string Email, string Address, string Locale);

internal static class Customers
{
    public static Customer? Find(this ShopSession session, string id) =>
        session.Query(
            "SELECT id, name, email, address, locale FROM customers WHERE id = $id",
            row => new Customer(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)),
            ("$id", id)).SingleOrDefault();
}
