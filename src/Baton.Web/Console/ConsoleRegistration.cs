using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;

namespace Baton.Web;

internal static class ConsoleRegistration
{
    /// <summary>Adds the worker console and its sign-in. Configuration section <c>Web</c>.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddSignIn(configuration);
        services.AddSingleton<PresenceBoard>();
        services.AddScoped<PresenceBeat>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<PresenceBeat>());
        services.AddScoped<WorkerSession>();
        services.AddScoped<ShortcutHub>();
        services.AddScoped<CannedReplies>();
        services.AddScoped<AttachmentUploads>();
        return services;
    }

    /// <summary>Maps the console's pages, its static files and the sign-in.</summary>
    public static void MapConsole(this WebApplication app)
    {
        app.UseAntiforgery();
        // A host that was not built as a web program, such as a test of the API, has no list of static files and serves none.
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, $"{app.Environment.ApplicationName}.staticwebassets.endpoints.json"))) app.MapStaticAssets();
        app.MapSignIn();
        app.MapConsoleFiles();
        app.MapConsoleLetters();
        app.MapAudits();
        app.MapRazorComponents<ConsoleApp>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = "'none'");
    }
}
