using Microsoft.Extensions.DependencyInjection;

namespace Baton.Audit;

/// <summary>The room's door.</summary>
public static class AuditRegistration
{
    /// <summary>Adds what the audit tools need. Needs <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AddressReader>();
        services.AddSingleton<SavedPages>();
        services.AddSingleton<EmailFinder>();
        return services;
    }
}
