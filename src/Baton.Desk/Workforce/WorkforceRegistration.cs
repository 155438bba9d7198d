using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>The registration of what decides who gets whom.</summary>
public static class WorkforceRegistration
{
    /// <summary>Adds the settings of dispatch and load, validated at start, without the desk: for simulations.</summary>
    public static IServiceCollection AddDispatchOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LoadOptions>().Bind(configuration.GetSection("Desk:Load")).ValidateSection("Desk:Load");
        services.AddSingleton<IValidateOptions<LoadOptions>, LoadOptionsValidator>();
        services.AddOptions<DispatchOptions>().Bind(configuration.GetSection("Desk:Dispatch")).ValidateSection("Desk:Dispatch");
        return services;
    }

    internal static IServiceCollection AddWorkforce(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDispatchOptions(configuration);
        services.AddSingleton<LoadBook>();
        services.AddSingleton<LoadSharing>();
        services.AddSingleton<ILoadSharing>(provider => provider.GetRequiredService<LoadSharing>());
        services.AddSingleton<Workforce>();
        services.AddSingleton<IWorkforce>(provider => provider.GetRequiredService<Workforce>());
        services.AddSingleton<FloorFollower>();
        services.AddSingleton<IFloor>(provider => provider.GetRequiredService<FloorFollower>());
        services.AddHostedService(provider => provider.GetRequiredService<FloorFollower>());
        return services;
    }
}
