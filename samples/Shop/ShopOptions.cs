using System.Text;

namespace Shop;

/// <summary>Settings of the sample shop; alone it reads them from the section <c>Shop</c> (environment, command line).</summary>
public sealed class ShopOptions
{
    /// <summary>Addresses the shop listens on, separated by <c>;</c>. Default: <c>http://localhost:5081</c>.</summary>
    public string Urls { get; set; } = "http://localhost:5081";

    /// <summary>The shop's SQLite file; made and filled with sample data when it is missing. Default: <c>data/shop.db</c>.</summary>
    public string DatabasePath { get; set; } = Path.Combine("data", "shop.db");

    /// <summary>What a caller of the tools must send as <c>Authorization: Bearer</c>; at least 16 characters. Default: a key for trying things out.</summary>
    public string Key { get; set; } = "fjord-and-field-demo-key";

    /// <summary>Where Baton serves the chat widget. Default: <c>http://localhost:5080</c>.</summary>
    public string BatonUrl { get; set; } = "http://localhost:5080";

    /// <summary>Signs who the customer is, so that Baton can believe it; at least 32 bytes, the same in both. Default: a secret for trying things out.</summary>
    public string IdentitySecret { get; set; } = "fjord-and-field-demo-identity-secret";

    /// <summary>The most that one call of <c>refund</c> may pay back, in euros. Default: 100.</summary>
    public decimal RefundLimit { get; set; } = 100m;

    /// <summary>What is wrong with the settings; empty when nothing.</summary>
    internal IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (Key.Length < 16)
            problems.Add($"Shop:Key has {Key.Length} characters; it needs at least 16.");
        if (Encoding.UTF8.GetByteCount(IdentitySecret) < 32)
            problems.Add($"Shop:IdentitySecret has {Encoding.UTF8.GetByteCount(IdentitySecret)} bytes; it needs at least 32.");
        if (!Uri.TryCreate(BatonUrl, UriKind.Absolute, out var baton) || baton.Scheme is not ("http" or "https"))
            problems.Add($"Shop:BatonUrl is '{BatonUrl}'; it must be an http or https address.");
        if (string.IsNullOrWhiteSpace(DatabasePath))
            problems.Add("Shop:DatabasePath is empty; it must name a file.");
        if (RefundLimit <= 0)
            problems.Add($"Shop:RefundLimit is {RefundLimit}; it must be more than 0.");
        return problems;
    }
}
