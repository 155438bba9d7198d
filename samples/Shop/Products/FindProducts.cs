using System.ComponentModel;
using System.Globalization;
using System.Text;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Shop;

internal sealed record ProductAnswer(string Sku, string Name, string Color, string Size, decimal Price, int Stock);

internal sealed record ProductsAnswer(IReadOnlyList<ProductAnswer> Products);

internal static class FindProducts
{
    private const int Most = 20;

    [McpServerTool(Name = "find_products", Title = "Find products", ReadOnly = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(ProductsAnswer))]
    [Description("Products that match words such as a kind, a name, a colour or a size. Needs no customer. At most twenty.")]
    public static CallToolResult Run(ToolRequest request, ToolDesk desk, [Description("A few words, e.g. 'blue rain jacket M'.")] string query) =>
        desk.ReadForAnyone<ProductsAnswer>(request, session =>
        {
            var words = Words(query);
            if (words.Length == 0)
                return new Refusal("invalid_query", "Please tell me a word or two about the product you are looking for.");
            return new ProductsAnswer([.. session.AllProducts()
                .Where(product => words.All(word => Matches(product, word)))
                .Take(Most)
                .Select(product => new ProductAnswer(product.Sku, product.Name, product.Color, product.Size, product.Price, product.Stock))]);
        });

    // A size or code must match as a whole ("S" is not in "socks"); a longer word may be a part, and a plural's s is not held against it.
    private static bool Matches(Product product, string word)
    {
        var terms = Words($"{product.Family} {product.Name} {product.Color} {product.Size} {product.Sku}");
        return Array.Exists(terms, term => term == word
            || (word.Length > 2 && (term.StartsWith(word, StringComparison.Ordinal) || (word[^1] == 's' && term == word[..^1]))));
    }

    // Without accents and case, so that "bodo" finds Bodø.
    private static string[] Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
                continue;
            plain.Append(letter switch
            {
                'ø' or 'Ø' => 'o',
                _ when char.IsLetterOrDigit(letter) => char.ToLowerInvariant(letter),
                _ => ' ',
            });
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
