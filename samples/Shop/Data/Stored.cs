using System.Globalization;

namespace Shop;

/// <summary>How money, times and days are written into the database.</summary>
internal static class Stored
{
    public static decimal Money(long cents) => cents / 100m;

    /// <summary>Whole cents; money with a part of a cent never gets here.</summary>
    public static long Cents(decimal money) => decimal.ToInt64(money * 100m);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset ToTime(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateOnly ToDay(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Status(OrderStatus status) => status switch
    {
        OrderStatus.Processing => "processing",
        OrderStatus.Packed => "packed",
        OrderStatus.Shipped => "shipped",
        OrderStatus.Delivered => "delivered",
        OrderStatus.Cancelled => "cancelled",
        OrderStatus.Returned => "returned",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a state of an order."),
    };

    public static OrderStatus ToStatus(string text) => Enum.Parse<OrderStatus>(text, ignoreCase: true);
}
