using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

internal static class WorkforceRegistration
{
    public static IServiceCollection AddWorkforce(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LoadOptions>().Bind(configuration.GetSection("Desk:Load")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<LoadOptions>, LoadOptionsValidator>();
        services.AddOptions<DispatchOptions>().Bind(configuration.GetSection("Desk:Dispatch")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LoadBook>();
        services.AddSingleton<Workforce>();
        services.AddSingleton<IWorkforce>(provider => provider.GetRequiredService<Workforce>());
        return services;
    }
}
