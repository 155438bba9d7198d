namespace Shop;

internal static class SeedProducts
{
    private static readonly string[] _clothes = ["S", "M", "L"];
    private static readonly string[] _shoes = ["38", "39", "41", "43"];
    private static readonly string[] _one = ["one size"];

    public static IReadOnlyList<Product> All { get; } =
    [
        .. Family("RJ", "Rain jacket", "Nordkapp rain jacket", 149m, ["blue", "green", "black"], _clothes),
        .. Family("WS", "Sweater", "Lofoten wool sweater", 119m, ["red", "grey", "cream"], _clothes),
        .. Family("HB", "Boots", "Geiranger hiking boots", 179m, ["brown", "black"], _shoes),
        .. Family("TT", "Trousers", "Trollstigen trekking trousers", 99m, ["grey", "green"], _clothes),
        .. Family("DV", "Vest", "Aurland down vest", 139m, ["orange", "blue"], _clothes),
        .. Family("BE", "Beanie", "Bodø beanie", 29m, ["yellow", "blue", "red"], _one),
        .. Family("MS", "Socks", "Flåm merino socks", 19m, ["grey", "blue"], _one),
        .. Family("BP", "Backpack", "Senja backpack 28 l", 89m, ["green", "black"], _one),
        .. Family("TH", "Thermos", "Hardanger thermos", 34m, ["green", "white"], _one),
        .. Family("TE", "Tent", "Jotun two-person tent", 329m, ["orange"], _one),
    ];

    private static IEnumerable<Product> Family(string code, string family, string name, decimal price, string[] colors, string[] sizes)
    {
        for (var color = 0; color < colors.Length; color++)
        {
            for (var size = 0; size < sizes.Length; size++)
            {
                var sku = $"{code}-{Code(colors[color])}" + (sizes.Length == 1 ? "" : "-" + sizes[size]);
                // One size of the last colour is sold out in every family that has sizes.
                var stock = sizes.Length > 1 && color == colors.Length - 1 && size == sizes.Length - 1 ? 0 : 4 + ((color * 5) + (size * 3)) % 11;
                yield return new Product(sku, family, name, colors[color], sizes[size], price, stock);
            }
        }
    }

    private static string Code(string color) => color switch
    {
        "black" => "BLK",
        "blue" => "BLU",
        "brown" => "BRN",
        "cream" => "CRM",
        "green" => "GRN",
        "grey" => "GRY",
        "orange" => "ORG",
        "red" => "RED",
        "white" => "WHT",
        "yellow" => "YLW",
        _ => throw new ArgumentOutOfRangeException(nameof(color), color, "A colour without a code."),
    };
}
