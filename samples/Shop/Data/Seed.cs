namespace Shop;

/// <summary>The sample data: the same every time, but for the dates, which are counted back from today.</summary>
internal static class Seed
{
    public static void Fill(ShopSession session)
    {
        foreach (var customer in SeedCustomers.All)
        {
            session.Execute(
                "INSERT INTO customers VALUES ($id, $name, $email, $address, $locale)",
                ("$id", customer.Id), ("$name", customer.Name), ("$email", customer.Email), ("$address", customer.Address), ("$locale", customer.Locale));
        }

        foreach (var product in SeedProducts.All)
        {
            session.Execute(
                "INSERT INTO products VALUES ($sku, $family, $name, $color, $size, $price, $stock)",
                ("$sku", product.Sku), ("$family", product.Family), ("$name", product.Name), ("$color", product.Color), ("$size", product.Size),
                ("$price", Stored.Cents(product.Price)), ("$stock", product.Stock));
        }

        foreach (var order in SeedOrders.All)
            Insert(session, order);
    }

    private static void Insert(ShopSession session, SeedOrder order)
    {
        var address = SeedCustomers.All.Single(customer => customer.Id == order.Customer).Address;
        var prices = SeedProducts.All.ToDictionary(product => product.Sku, product => Stored.Cents(product.Price), StringComparer.Ordinal);
        var total = order.Items.Sum(item => prices[item.Sku] * item.Quantity);
        var placed = At(session, order.DaysAgo);

        session.Execute(
            "INSERT INTO orders VALUES ($number, $customer, $placed, $status, $address, NULL)",
            ("$number", order.Number), ("$customer", order.Customer), ("$placed", Stored.Time(placed)),
            ("$status", Stored.Status(order.Status)), ("$address", address));
        foreach (var (sku, quantity) in order.Items)
        {
            session.Execute(
                "INSERT INTO items VALUES ($order, $sku, $quantity, $price)",
                ("$order", order.Number), ("$sku", sku), ("$quantity", quantity), ("$price", prices[sku]));
        }

        if (order.Status is not (OrderStatus.Processing or OrderStatus.Cancelled))
        {
            session.Execute(
                "INSERT INTO invoices VALUES ($number, $order, $issued, $amount)",
                ("$number", Invoices.NumberFor(order.Number)), ("$order", order.Number),
                ("$issued", Stored.Day(session.Today.AddDays(1 - order.DaysAgo))), ("$amount", total));
        }

        if (order.Shipment is { } shipment)
        {
            session.Execute(
                "INSERT INTO shipments VALUES ($order, $carrier, $tracking, $status, $expected, $delivered)",
                ("$order", order.Number), ("$carrier", shipment.Carrier), ("$tracking", shipment.Tracking), ("$status", shipment.Status),
                ("$expected", Stored.Day(session.Today.AddDays(shipment.ExpectedInDays))),
                ("$delivered", shipment.DeliveredDaysAgo is { } ago ? Stored.Day(session.Today.AddDays(-ago)) : null));
        }

        if (order.Status is OrderStatus.Cancelled)
            Refund(session, order, total, "Order cancelled", order.DaysAgo - 1);
        if (order.PartRefund is { } part)
            Refund(session, order, Stored.Cents(part.Amount), part.Reason, part.DaysAgo);
        if (order.Return is { } returned)
            Return(session, order, returned);
    }

    private static void Return(ShopSession session, SeedOrder order, SeedReturn returned)
    {
        foreach (var (sku, quantity) in order.Items.Where(item => returned.Sku is null || item.Sku == returned.Sku))
        {
            var amount = returned.ExchangeFor is null ? Stored.Cents(SeedProducts.All.Single(product => product.Sku == sku).Price) * quantity : 0;
            session.Execute(
                "INSERT INTO returns VALUES ($number, $order, $sku, $reason, $resolution, $for, $amount, $status, $at)",
                ("$number", Returns.NumberFor(order.Number, sku)), ("$order", order.Number), ("$sku", sku), ("$reason", returned.Reason),
                ("$resolution", returned.ExchangeFor is null ? "refund" : "exchange"), ("$for", returned.ExchangeFor), ("$amount", amount),
                ("$status", order.Status is OrderStatus.Returned ? "received" : "announced"), ("$at", Stored.Time(At(session, returned.DaysAgo))));
        }
    }

    private static void Refund(ShopSession session, SeedOrder order, long amount, string reason, int daysAgo) =>
        session.Execute(
            "INSERT INTO refunds VALUES ($number, $order, $amount, $reason, $at, $by)",
            ("$number", "RF-" + order.Number[3..] + "-1"), ("$order", order.Number), ("$amount", amount), ("$reason", reason),
            ("$at", Stored.Time(At(session, daysAgo))), ("$by", Stored.Day(session.Today.AddDays(7 - daysAgo))));

    // Forty minutes ago for an order of today: nothing in the sample data lies in the future.
    private static DateTimeOffset At(ShopSession session, int daysAgo) =>
        daysAgo == 0 ? session.Now.AddMinutes(-40) : new DateTimeOffset(session.Today.AddDays(-daysAgo), new TimeOnly(10, 0), TimeSpan.Zero);
}
