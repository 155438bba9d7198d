using System.Text.Json.Serialization;

namespace Shop;

/// <summary>Where an order stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderStatus>))]
internal enum OrderStatus
{
    [JsonStringEnumMemberName("processing")]
    Processing,

    [JsonStringEnumMemberName("packed")]
    Packed,

    [JsonStringEnumMemberName("shipped")]
    Shipped,

    [JsonStringEnumMemberName("delivered")]
    Delivered,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    [JsonStringEnumMemberName("returned")]
    Returned,
}

internal sealed record OrderItem(string Sku, string Name, string Color, string Size, int Quantity, decimal Price);

internal sealed record Shipment(string Carrier, string Tracking, string Status, DateOnly Expected, DateOnly? Delivered);

/// <param name="Refunded">What was paid back already, or will be for an announced return.</param>
/// <param name="ReturnedSkus">Items for which there is a return.</param>
internal sealed record Order(
    string Number,
    DateTimeOffset Placed,
    OrderStatus Status,
    string Address,
    IReadOnlyList<OrderItem> Items,
    Shipment? Shipment,
    decimal Refunded,
    IReadOnlyList<string> ReturnedSkus)
{
    /// <summary>Days after delivery in which an item may be sent back; the last day counts.</summary>
    private const int ReturnDays = 30;

    public decimal Total => Items.Sum(item => item.Quantity * item.Price);

    public bool CanCancel => Status is OrderStatus.Processing or OrderStatus.Packed;

    /// <summary>Only until it is packed: then the label is on the parcel.</summary>
    public bool CanChangeAddress => Status is OrderStatus.Processing;

    public DateOnly? ReturnUntil => Status is OrderStatus.Delivered ? Shipment?.Delivered?.AddDays(ReturnDays) : null;

    /// <summary>What could still be paid back without cancelling the order.</summary>
    public decimal Refundable => Status is OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Returned ? Total - Refunded : 0m;

    public bool CanReturn(DateOnly today) => ReturnUntil >= today && Items.Any(item => !ReturnedSkus.Contains(item.Sku));

    /// <summary>A sentence's end: "has already been shipped".</summary>
    public string StateInWords => Status switch
    {
        OrderStatus.Processing => "is being prepared",
        OrderStatus.Packed => "has already been packed",
        OrderStatus.Shipped => "has already been shipped",
        OrderStatus.Delivered => "has already been delivered",
        OrderStatus.Cancelled => "has already been cancelled",
        OrderStatus.Returned => "has already been returned",
        _ => throw new InvalidOperationException($"An order cannot be {Status}."),
    };
}
