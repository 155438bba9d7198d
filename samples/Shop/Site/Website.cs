using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Shop;

/// <summary>What people see of the shop.</summary>
internal static class Website
{
    public static void AddServices(IServiceCollection services, ShopOptions options)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ShopJson.Default));
        SignIn.AddServices(services, options);
    }

    public static void Map(WebApplication app)
    {
        app.Use(PageHeaders.For(app.Services.GetRequiredService<ShopOptions>()));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        MapFile(app, "shop.css", "text/css");
        MapFile(app, "shop.js", "text/javascript");
        MapFile(app, "icon.svg", "image/svg+xml");
        app.MapGet("/", Page<HomePage>);
        app.MapGet("/orders", Page<OrdersPage>).RequireAuthorization();
        app.MapGet("/sign-in", Page<SignInPage>);
        app.MapGet("/returns/{number}", (string number) => new RazorComponentResult<ReturnPage>(new { Number = number })).RequireAuthorization();
        app.MapPost("/sign-in", SignIn.EnterAsync);
        app.MapPost("/sign-out", SignIn.LeaveAsync);
        app.MapGet("/identity-token", SignIn.Token);
    }

    private static void MapFile(WebApplication app, string name, string type)
    {
        var text = Resources.Text(name);
        app.MapGet("/" + name, () => TypedResults.Text(text, type + "; charset=utf-8"));
    }

    private static RazorComponentResult<T> Page<T>()
        where T : IComponent => new();
}
