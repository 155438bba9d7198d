namespace Shop;

internal static class Website
{
    public static void AddServices(IServiceCollection services, ShopOptions options) { }
    public static void Map(WebApplication app) { }
}
