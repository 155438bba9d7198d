using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Baton.Audit;

/// <summary>The room's door.</summary>
public static class AuditRegistration
{
    /// <summary>Adds what the audit tools need. Needs <see cref="TimeProvider"/> and logging.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AddressReader>();
        services.AddSingleton<SavedPages>();
        services.AddSingleton<EmailFinder>();
        services.AddSingleton<ReplyRadar>();
        services.AddSingleton<PersonsWord>();
        return services;
    }

    /// <summary>Adds the archive of audits and the runner of engagements beside the tools. Configuration section <c>Audit</c>.</summary>
    public static IServiceCollection AddAuditArchive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAudit();
        services.AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>();
        services.AddOptions<AuditOptions>().Bind(configuration.GetSection(AuditOptions.Section)).ValidateOnStart();
        services.AddSingleton<AuditArchive>();
        services.AddSingleton<AuditEngagements>();
        services.AddSingleton<AuditDeletion>();
        services.AddSingleton<AuditRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditRunner>());
        return services;
    }
}
