using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Shop;

/// <summary>The demo's sign-in: one chooses whom to be. A real shop asks for proof here.</summary>
internal static class SignIn
{
    public const string CustomerClaim = "sub";

    public static void AddServices(IServiceCollection services, ShopOptions options)
    {
        // Cookies do not know ports: names of our own keep them apart from those of Baton on the same host.
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "fjord-and-field";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/sign-in";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        });
        services.AddAuthorization();
        services.AddAntiforgery(form => form.Cookie.Name = "fjord-and-field-form");
        var keys = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(options.DatabasePath))!, "shop-keys");
        services.AddDataProtection().SetApplicationName("fjord-and-field").PersistKeysToFileSystem(new DirectoryInfo(keys));
    }

    public static async Task<Results<RedirectHttpResult, NotFound>> EnterAsync(HttpContext http, ShopDatabase database, [FromForm] string customer)
    {
        if (database.Read(session => session.Find(customer)) is not { } found)
            return TypedResults.NotFound();
        var identity = new ClaimsIdentity([new(CustomerClaim, found.Id)], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity));
        return TypedResults.LocalRedirect("~/orders");
    }

    // The form's empty parameter makes the endpoint one that checks the antiforgery token.
    public static async Task<RedirectHttpResult> LeaveAsync(HttpContext http, [FromForm] string? leave)
    {
        _ = leave;
        await http.SignOutAsync();
        return TypedResults.LocalRedirect("~/");
    }

    public static Results<Ok<IdentityTokenAnswer>, UnauthorizedHttpResult> Token(HttpContext http, Visit visit)
    {
        http.Response.Headers.CacheControl = "no-store";
        return visit.IdentityToken is { } token ? TypedResults.Ok(new IdentityTokenAnswer(token)) : TypedResults.Unauthorized();
    }
}
