using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Baton.Journal;

/// <summary>The room's front door.</summary>
public static class JournalServices
{
    /// <summary>
    /// Adds the log (<see cref="IJournal"/>), the attachments (<see cref="IAttachmentStore"/>) and the projections
    /// (<see cref="IConversationIndex"/>) in the engine that section <c>Journal</c> names, and the service that keeps the
    /// projections. The options are checked when the host starts.
    /// </summary>
    public static IServiceCollection AddJournal(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Journal");
        services.AddOptions<JournalOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<JournalOptions>, JournalOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ProjectionPosition>();
        services.AddSingleton<Projector>();
        services.AddHostedService<ProjectionService>();
        AddSqlite(services);
        return services;
    }

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSingleton(provider => new SqliteFolder(provider.GetRequiredService<IOptions<JournalOptions>>().Value.DataFolder));
        services.AddSingleton<SqliteJournal>();
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<SqliteJournal>());
        services.AddSingleton<IConversationArchive>(provider => provider.GetRequiredService<SqliteJournal>());
        services.AddSingleton<SqliteAttachmentStore>();
        services.AddSingleton<IAttachmentStore>(provider => provider.GetRequiredService<SqliteAttachmentStore>());
        services.AddSingleton<IAttachmentArchive>(provider => provider.GetRequiredService<SqliteAttachmentStore>());
        services.AddSingleton<SqliteProjectionStore>();
        services.AddSingleton<IProjectionStore>(provider => provider.GetRequiredService<SqliteProjectionStore>());
        services.AddSingleton<IConversationIndex, SqliteConversationIndex>();
    }
}
