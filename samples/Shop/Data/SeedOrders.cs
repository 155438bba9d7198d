namespace Shop;

/// <summary>One sample order. Days are counted from the day the shop was filled.</summary>
internal sealed record SeedOrder(string Number, string Customer, int DaysAgo, OrderStatus Status, params (string Sku, int Quantity)[] Items)
{
    public SeedShipment? Shipment { get; init; }

    public SeedReturn? Return { get; init; }

    public SeedRefund? PartRefund { get; init; }
}

internal sealed record SeedShipment(string Carrier, string Tracking, string Status, int ExpectedInDays, int? DeliveredDaysAgo = null);

/// <summary>What went back.</summary>
/// <param name="Sku">Null when everything went back.</param>
internal sealed record SeedReturn(int DaysAgo, string Reason, string? Sku = null, string? ExchangeFor = null);

internal sealed record SeedRefund(decimal Amount, string Reason, int DaysAgo);

internal static class SeedOrders
{
    public static IReadOnlyList<SeedOrder> All { get; } =
    [
        new("SO-10058", "ada", 1, OrderStatus.Processing, ("RJ-BLU-M", 1)),
        new("SO-10055", "ada", 2, OrderStatus.Packed, ("BE-YLW", 1), ("MS-GRY", 2)),
        OnTheWay(new("SO-10042", "ada", 6, OrderStatus.Shipped, ("WS-RED-M", 1)), "Postnord", expectedInDays: 2),
        Arrived(new("SO-10031", "ada", 16, OrderStatus.Delivered, ("HB-BRN-39", 1)), "DHL", daysAgo: 12),
        new("SO-10017", "ada", 40, OrderStatus.Cancelled, ("TE-ORG", 1)),
        Arrived(new("SO-10006", "ada", 75, OrderStatus.Delivered, ("BP-GRN", 1)), "DHL", daysAgo: 71),

        new("SO-10057", "ben", 1, OrderStatus.Processing, ("TT-GRY-L", 1)),
        // Late: it should have come yesterday.
        OnTheWay(new("SO-10044", "ben", 8, OrderStatus.Shipped, ("DV-ORG-L", 1)), "DHL", expectedInDays: -1),
        Arrived(new("SO-10033", "ben", 15, OrderStatus.Delivered, ("RJ-GRN-L", 1)), "Hermes", daysAgo: 10),
        Arrived(new("SO-10012", "ben", 60, OrderStatus.Returned, ("HB-BLK-43", 1)) { Return = new SeedReturn(50, "Too narrow") }, "DHL", daysAgo: 56),

        new("SO-10056", "chen", 2, OrderStatus.Packed, ("TE-ORG", 1)),
        OnTheWay(new("SO-10040", "chen", 5, OrderStatus.Shipped, ("TH-GRN", 1), ("MS-BLU", 3)), "PostNL", expectedInDays: 1),
        Arrived(new("SO-10029", "chen", 20, OrderStatus.Delivered, ("DV-BLU-M", 1)), "PostNL", daysAgo: 17),
        new("SO-10009", "chen", 66, OrderStatus.Cancelled, ("BE-RED", 2)),

        new("SO-10059", "dana", 0, OrderStatus.Processing, ("BE-BLU", 1), ("WS-CRM-S", 1)),
        OnTheWay(new("SO-10046", "dana", 4, OrderStatus.Shipped, ("HB-BRN-38", 1)), "Correos", expectedInDays: 3),
        Arrived(new("SO-10035", "dana", 13, OrderStatus.Delivered, ("RJ-BLU-S", 1), ("RJ-BLK-S", 1)), "Correos", daysAgo: 9),
        Arrived(new("SO-10021", "dana", 45, OrderStatus.Delivered, ("BP-BLK", 1)) { PartRefund = new SeedRefund(15m, "Scratched buckle", 38) }, "SEUR", daysAgo: 41),
        Arrived(new("SO-10003", "dana", 80, OrderStatus.Returned, ("TT-GRN-S", 1)) { Return = new SeedReturn(70, "Not as expected") }, "Correos", daysAgo: 76),

        new("SO-10060", "emil", 0, OrderStatus.Processing, ("BP-BLK", 1)),
        new("SO-10052", "emil", 3, OrderStatus.Packed, ("RJ-GRN-M", 1)),
        Arrived(new("SO-10030", "emil", 18, OrderStatus.Delivered, ("TT-GRN-M", 1), ("TH-WHT", 1)), "Colissimo", daysAgo: 14),

        new("SO-10054", "fatima", 2, OrderStatus.Packed, ("WS-GRY-L", 1)),
        OnTheWay(new("SO-10047", "fatima", 4, OrderStatus.Shipped, ("DV-BLU-S", 1)), "bpost", expectedInDays: 1),
        Arrived(new("SO-10038", "fatima", 11, OrderStatus.Delivered, ("HB-BLK-39", 1), ("MS-BLU", 2)) { Return = new SeedReturn(3, "Too small", "HB-BLK-39", "HB-BLK-41") }, "bpost", daysAgo: 8),
        Arrived(new("SO-10025", "fatima", 41, OrderStatus.Delivered, ("RJ-BLK-M", 1)), "bpost", daysAgo: 38),
        new("SO-10014", "fatima", 55, OrderStatus.Cancelled, ("TH-GRN", 1)),
        Arrived(new("SO-10002", "fatima", 84, OrderStatus.Returned, ("WS-RED-L", 1)) { Return = new SeedReturn(75, "Wrong colour") }, "bpost", daysAgo: 80),
    ];

    private static SeedOrder OnTheWay(SeedOrder order, string carrier, int expectedInDays) =>
        order with { Shipment = new SeedShipment(carrier, Tracking(order), "in transit", expectedInDays) };

    private static SeedOrder Arrived(SeedOrder order, string carrier, int daysAgo) =>
        order with { Shipment = new SeedShipment(carrier, Tracking(order), "delivered", -daysAgo, daysAgo) };

    private static string Tracking(SeedOrder order) => "FF" + order.Number[3..] + "4471EU";
}
