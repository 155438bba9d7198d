using System.Globalization;

namespace Shop;

/// <param name="By">The last day on which the money arrives.</param>
internal sealed record RefundPromise(decimal Amount, string Currency, DateOnly By);

internal static class Refunds
{
    /// <summary>Five working days, a weekend included.</summary>
    private const int DaysToPay = 7;

    /// <summary>Writes the refund down.</summary>
    /// <returns>Its number and what the customer may be promised.</returns>
    public static (string Number, RefundPromise Promise) PayBack(this ShopSession session, Order order, decimal amount, string reason)
    {
        var count = session.Number("SELECT count(*) FROM refunds WHERE orderNumber = $order", ("$order", order.Number));
        var number = string.Create(CultureInfo.InvariantCulture, $"RF-{order.Number[3..]}-{count + 1}");
        var by = session.Today.AddDays(DaysToPay);
        session.Execute(
            "INSERT INTO refunds VALUES ($number, $order, $amount, $reason, $at, $by)",
            ("$number", number), ("$order", order.Number), ("$amount", Stored.Cents(amount)), ("$reason", reason),
            ("$at", Stored.Time(session.Now)), ("$by", Stored.Day(by)));
        return (number, new RefundPromise(amount, "EUR", by));
    }
}
