using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Web;

internal static partial class SignInRegistration
{
    public const string OpenIdConnect = "organisation";

    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<OpenIdConnectSignInOptions>().BindConfiguration("Web:OpenIdConnect");
        services.AddSingleton<IValidateOptions<OpenIdConnectSignInOptions>, OpenIdConnectSignInOptionsValidator>();
        services.AddOptionsWithValidateOnStart<FirstAdminOptions>().BindConfiguration("Web:FirstAdmin");
        services.AddSingleton<IValidateOptions<FirstAdminOptions>, FirstAdminOptionsValidator>();

        services.AddIdentityCore<WorkerAccount>(Configure)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<AccountsContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<WorkerClaims>();
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = IdentityConstants.ApplicationScheme;
            options.DefaultSignInScheme = IdentityConstants.ExternalScheme;
        });
        authentication.AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.Cookie.Name = "baton";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // A disabled account is out within a minute, on every node.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, RevalidatingSignIn>();
        services.AddScoped<WorkerAccounts>();
        services.AddScoped<ExternalSignIn>();
        services.AddSingleton<PresenceSignOut>();
        services.AddHostedService<FirstAdmin>();

        var organisation = configuration.GetSection("Web:OpenIdConnect").Get<OpenIdConnectSignInOptions>() ?? new();
        if (organisation.IsOn) AddOpenIdConnect(authentication, organisation);
        return services;
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        // Length protects; rules about kinds of characters only make passwords harder to remember.
        options.Password.RequiredLength = WorkerAccounts.PasswordLength;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void AddOpenIdConnect(AuthenticationBuilder authentication, OpenIdConnectSignInOptions organisation) =>
        authentication.AddOpenIdConnect(OpenIdConnect, organisation.ButtonText, options =>
        {
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.Authority = organisation.Authority;
            options.ClientId = organisation.ClientId;
            options.ClientSecret = organisation.ClientSecret;
            options.ResponseType = "code";
            // With a proof key the code in the address is of no use to anybody else, and the way back is a plain link: the cookie that
            // remembers the way out need not be open to posts from other sites.
            options.ResponseMode = "query";
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.RequireHttpsMetadata = organisation.Authority!.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
            options.CallbackPath = "/sign-in/organisation";
            options.Scope.Add("email");
            options.TokenValidationParameters.NameClaimType = "name";
            options.ClaimActions.MapJsonKey("email_verified", "email_verified");
            if (organisation.RoleClaim is { } role) options.ClaimActions.MapJsonKey(role, role);
            options.Events.OnRemoteFailure = context =>
            {
                LogRefused(context.HttpContext.RequestServices.GetRequiredService<ILogger<ExternalSignIn>>(), organisation.Authority, context.Failure);
                context.Response.Redirect($"{context.Request.PathBase}/sign-in?refused={Uri.EscapeDataString("Your organisation's sign-in was not completed. Try again.")}");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });

    [LoggerMessage(LogLevel.Warning, "A sign-in at {Authority} was not completed.")]
    private static partial void LogRefused(ILogger logger, string authority, Exception? failure);
}
