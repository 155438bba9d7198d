using Baton.Insight;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Web;

/// <summary>The room's doors.</summary>
public static class WebRegistration
{
    /// <summary>Adds the accounts, the API, the widget and the console. Configuration sections <c>Web</c> and <c>Journal</c>.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAccounts(configuration);
        services.AddSingleton<LogMeasures>();
        services.AddApi(configuration);
        services.AddWidget(configuration);
        services.AddConsole(configuration);
        return services;
    }

    /// <summary>Maps the API, the widget and the console, with authentication and limits before them.</summary>
    public static WebApplication MapWeb(this WebApplication app)
    {
        app.UseApiErrors();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        // After authorization: only then is it known whose limit it is.
        app.UseRateLimiter();

        app.MapApi();
        app.MapApiDescription();
        app.MapWidget();
        app.MapConsole();
        return app;
    }
}
