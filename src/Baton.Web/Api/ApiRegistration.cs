using System.Text.Json.Serialization;
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
    private const string EitherScheme = "TokenOrKey";

    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ConversationTokens>();
        services.AddSingleton<CustomerIdentity>();

        services.AddSingleton<ApiKeys>();
        services.AddWebhooks();
        services.AddApiDescription();
        services.AddApiAuthentication();

        services.AddThrottling();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<WebOptions>>((cors, web) => cors.AddPolicy(ApiGroups.CustomerCors, policy => policy
            .WithOrigins([.. web.Value.AllowedOrigins])
            .WithMethods("GET", "POST")
            .WithHeaders("Authorization", "Content-Type", "Last-Event-ID")
            .WithExposedHeaders("Retry-After", "Content-Disposition")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
        services.Configure<JsonOptions>(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    private static void AddApiAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ConversationTokenAuthentication>(ConversationTokenAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector = context =>
                Bearer.Of(context.Request)?.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal) == true ? ApiKeyAuthentication.SchemeName : ConversationTokenAuthentication.SchemeName);
        var policies = services.AddAuthorizationBuilder().AddPolicy(OwnConversation.Policy, policy => policy
            .AddAuthenticationSchemes(ConversationTokenAuthentication.SchemeName)
            .RequireAuthenticatedUser()
            .AddRequirements(new OwnConversation(null)));
        foreach (var scope in ApiScopes.All)
        {
            policies.AddPolicy(scope, policy => policy.AddAuthenticationSchemes(ApiKeyAuthentication.SchemeName).RequireClaim(ApiClaims.Scope, scope));
            policies.AddPolicy(OwnConversation.Or(scope), policy => policy.AddAuthenticationSchemes(EitherScheme).RequireAuthenticatedUser().AddRequirements(new OwnConversation(scope)));
        }

        services.AddSingleton<IAuthorizationHandler>(new OwnConversation(null));
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen();
        routes.MapForms();
        routes.MapMessages();
        routes.MapActs();
        routes.MapStream();
        routes.MapTranscript();
        routes.MapAttachments();
        routes.MapConversations();
        routes.MapWorkerActs();
        routes.MapMeasures();
        routes.MapKeys();
        routes.MapWebhooks();
    }
}
