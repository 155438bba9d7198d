namespace Shop;

/// <summary>Reads orders; the customer is part of every query.</summary>
internal static class Orders
{
    private const string Columns = """
        SELECT o.number, o.placed, o.status, o.address, s.carrier, s.tracking, s.status, s.expected, s.delivered,
               (SELECT coalesce(sum(amount), 0) FROM refunds WHERE orderNumber = o.number)
             + (SELECT coalesce(sum(amount), 0) FROM returns WHERE orderNumber = o.number)
        FROM orders o LEFT JOIN shipments s ON s.orderNumber = o.number
        WHERE o.customer = $customer
        """;

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<Order> OrdersOf(this ShopSession session, string customer) =>
        Read(session, Columns + " ORDER BY o.placed DESC, o.number DESC", customer, null);

    public static Order? FindOrder(this ShopSession session, string customer, string number) =>
        Read(session, Columns + " AND o.number = $number COLLATE NOCASE", customer, number.Trim()).SingleOrDefault();

    private static List<Order> Read(ShopSession session, string sql, string customer, string? number)
    {
        var orders = session.Query(
            sql,
            row => new Order(
                row.GetString(0),
                Stored.ToTime(row.GetString(1)),
                Stored.ToStatus(row.GetString(2)),
                row.GetString(3),
                [],
                row.IsDBNull(4)
                    ? null
                    : new Shipment(row.GetString(4), row.GetString(5), row.GetString(6), Stored.ToDay(row.GetString(7)), row.IsDBNull(8) ? null : Stored.ToDay(row.GetString(8))),
                Stored.Money(row.GetInt64(9)),
                []),
            ("$customer", customer),
            ("$number", number));

        return orders.ConvertAll(order => order with
        {
            Items = session.Query(
                "SELECT i.sku, p.name, p.color, p.size, i.quantity, i.price FROM items i JOIN products p USING (sku) WHERE i.orderNumber = $number ORDER BY i.rowid",
                row => new OrderItem(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), Stored.Money(row.GetInt64(5))),
                ("$number", order.Number)),
            ReturnedSkus = session.Query("SELECT sku FROM returns WHERE orderNumber = $number", row => row.GetString(0), ("$number", order.Number)),
        });
    }
}
