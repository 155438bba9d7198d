using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Baton.Web;

internal static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ConversationTokens>();
        services.AddSingleton<CustomerIdentity>();

        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ConversationTokenAuthentication>(ConversationTokenAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(OwnConversation.Policy, policy => policy
                .AddAuthenticationSchemes(ConversationTokenAuthentication.SchemeName)
                .RequireAuthenticatedUser()
                .AddRequirements(new OwnConversation()));
        services.AddSingleton<IAuthorizationHandler, OwnConversation>();

        services.AddThrottling();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<WebOptions>>((cors, web) => cors.AddPolicy(ApiGroups.CustomerCors, policy => policy
            .WithOrigins([.. web.Value.AllowedOrigins])
            .WithMethods("GET", "POST")
            .WithHeaders("Authorization", "Content-Type", "Last-Event-ID")
            .WithExposedHeaders("Retry-After", "Content-Disposition")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
        services.Configure<JsonOptions>(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen();
        routes.MapMessages();
        routes.MapActs();
        routes.MapStream();
        routes.MapTranscript();
    }
}
