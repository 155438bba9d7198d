using Microsoft.Data.Sqlite;

namespace Shop;

/// <param name="Family">What it is, in one word a customer would use.</param>
internal sealed record Product(string Sku, string Family, string Name, string Color, string Size, decimal Price, int Stock);

internal static class Products
{
    private const string Columns = "SELECT sku, family, name, color, size, price, stock FROM products";

    public static IReadOnlyList<Product> AllProducts(this ShopSession session) => session.Query(Columns + " ORDER BY rowid", Read);

    public static Product? FindProduct(this ShopSession session, string sku) =>
        session.Query(Columns + " WHERE sku = $sku COLLATE NOCASE", Read, ("$sku", sku.Trim())).SingleOrDefault();

    private static Product Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Stored.Money(row.GetInt64(5)), row.GetInt32(6));
}
