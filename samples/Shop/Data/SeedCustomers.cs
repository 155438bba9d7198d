namespace Shop;

internal static class SeedCustomers
{
    public static IReadOnlyList<Customer> All { get; } =
    [
        new("ada", "Ada Okafor", "ada.okafor@example.com", "14 Harbour Road, Dublin D02 X285, Ireland", "en"),
        new("ben", "Ben Meyer", "ben.meyer@example.com", "Lindenallee 8, 20259 Hamburg, Germany", "de"),
        new("chen", "Chen Wei", "chen.wei@example.com", "Prinsengracht 301, 1016 GX Amsterdam, Netherlands", "zh"),
        new("dana", "Dana Silva", "dana.silva@example.com", "Calle de Alcalá 52, 28014 Madrid, Spain", "es"),
        new("emil", "Émile Laurent", "emile.laurent@example.com", "21 rue Mercière, 69002 Lyon, France", "fr"),
        new("fatima", "Fatima Al-Sayed", "fatima.alsayed@example.com", "Rue Haute 77, 1000 Brussels, Belgium", "en"),
    ];
}
