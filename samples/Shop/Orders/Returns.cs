namespace Shop;

/// <summary>When something may be sent back.</summary>
internal static class Returns
{
    public static string NumberFor(string order, string sku) => $"RE-{order[3..]}-{sku}";

    public static string LabelAddress(ShopOptions options, string number) => $"{options.Urls.Split(';')[0].TrimEnd('/')}/returns/{number}";

    /// <summary>Why this item cannot be returned; null when it can.</summary>
    public static Refusal? Problem(ShopSession session, Order order, string sku)
    {
        if (order.Status is OrderStatus.Processing or OrderStatus.Packed)
            return new Refusal("not_shipped", $"Order {order.Number} has not been shipped yet, so it can simply be cancelled.");
        if (order.Status is not OrderStatus.Delivered)
        {
            return new Refusal(
                order.Status is OrderStatus.Shipped ? "not_delivered" : "not_returnable",
                order.Status is OrderStatus.Shipped
                    ? $"Order {order.Number} is still on its way; it can be returned once it has arrived."
                    : $"Order {order.Number} {order.StateInWords}.");
        }

        if (order.ReturnUntil < session.Today)
            return new Refusal("return_window_over", FormattableString.Invariant($"Order {order.Number} could be returned until {order.ReturnUntil:d MMMM yyyy}."));
        if (order.Items.SingleOrDefault(item => item.Sku.Equals(sku.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } item)
            return new Refusal("item_not_found", $"That item is not in order {order.Number}.");
        return order.ReturnedSkus.Contains(item.Sku)
            ? new Refusal("already_returned", $"There is a return for the {item.Name} ({item.Color}) of order {order.Number} already: {NumberFor(order.Number, item.Sku)}.")
            : null;
    }

    /// <summary>Why the item cannot be exchanged for <paramref name="instead"/>; null when it can.</summary>
    public static Refusal? ExchangeProblem(OrderItem item, Product? instead)
    {
        if (instead is null)
            return new Refusal("exchange_unknown", $"Please tell me which size or colour of the {item.Name} you would like instead.");
        if (instead.Name != item.Name)
            return new Refusal("exchange_other_product", $"The {item.Name} can be exchanged for another size or colour; for something else, please return what you have and order anew.");
        return instead.Stock < item.Quantity
            ? new Refusal("out_of_stock", $"{instead.Name}, {instead.Color}, {instead.Size}: that one is out of stock at the moment.")
            : null;
    }
}
