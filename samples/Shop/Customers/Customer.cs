using Microsoft.Data.Sqlite;

namespace Shop;

internal sealed record Customer(string Id, string Name, string Email, string Address, string Locale);

internal static class Customers
{
    private const string Columns = "SELECT id, name, email, address, locale FROM customers";

    public static Customer? Find(this ShopSession session, string id) =>
        session.Query(Columns + " WHERE id = $id", Read, ("$id", id)).SingleOrDefault();

    /// <summary>For the demo's sign-in; a real shop would not show them.</summary>
    public static List<Customer> AllCustomers(this ShopSession session) => session.Query(Columns + " ORDER BY id", Read);

    private static Customer Read(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4));
}
