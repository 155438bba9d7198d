using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Baton.Journal;

/// <summary>The room's front door.</summary>
public static class JournalServices
{
    /// <summary>
    /// Adds the log (<see cref="IJournal"/>), the attachments (<see cref="IAttachmentStore"/>), the kept values (<see cref="IKeptValues"/>) and the projections
    /// (<see cref="IConversationIndex"/>) in the engine that section <c>Journal</c> names, and the service that keeps the
    /// projections; with them <see cref="ProjectionRebuilder"/>, <see cref="ConversationExport"/> and
    /// <see cref="ConversationImport"/>. The options are checked when the host starts.
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
        AddPostgreSql(services);
        AddEither<IJournal, SqliteJournal, PostgreSqlJournal>(services);
        AddEither<IConversationArchive, SqliteJournal, PostgreSqlJournal>(services);
        AddEither<IAttachmentStore, SqliteAttachmentStore, PostgreSqlAttachmentStore>(services);
        AddEither<IKeptValues, SqliteKeptValues, PostgreSqlKeptValues>(services);
        AddEither<IAttachmentArchive, SqliteAttachmentStore, PostgreSqlAttachmentStore>(services);
        AddEither<IProjectionStore, SqliteProjectionStore, PostgreSqlProjectionStore>(services);
        AddEither<IConversationIndex, SqliteConversationIndex, PostgreSqlConversationIndex>(services);
        AddMaintenance(services);
        return services;
    }

    private static void AddMaintenance(IServiceCollection services)
    {
        services.AddSingleton(provider => new ProjectionRebuilder(
            provider.GetRequiredService<Projector>(),
            provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<IConversationIndex>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ConversationExport(
            provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<IConversationArchive>(),
            provider.GetRequiredService<IAttachmentStore>(),
            provider.GetRequiredService<IAttachmentArchive>()));
        services.AddSingleton(provider => new ConversationImport(
            provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<IConversationArchive>(),
            provider.GetRequiredService<IAttachmentStore>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSingleton(provider => new SqliteFolder(provider.GetRequiredService<IOptions<JournalOptions>>().Value.DataFolder));
        services.AddSingleton<SqliteJournal>();
        services.AddSingleton<SqliteAttachmentStore>();
        services.AddSingleton<SqliteKeptValues>();
        services.AddSingleton<SqliteProjectionStore>();
        services.AddSingleton<SqliteConversationIndex>();
    }

    private static void AddPostgreSql(IServiceCollection services)
    {
        services.AddSingleton<PostgreSqlSource>();
        services.AddSingleton<PostgreSqlListener>();
        services.AddSingleton<PostgreSqlJournal>();
        services.AddSingleton<PostgreSqlAttachmentStore>();
        services.AddSingleton<PostgreSqlKeptValues>();
        services.AddSingleton<PostgreSqlProjectionStore>();
        services.AddSingleton<PostgreSqlConversationIndex>();
    }

    // The engine is chosen when it is first needed, after all configuration was read.
    private static void AddEither<TService, TSqlite, TPostgreSql>(IServiceCollection services)
        where TService : class
        where TSqlite : class, TService
        where TPostgreSql : class, TService =>
        services.AddSingleton<TService>(provider => provider.GetRequiredService<IOptions<JournalOptions>>().Value.Engine is JournalEngine.PostgreSql
            ? provider.GetRequiredService<TPostgreSql>()
            : provider.GetRequiredService<TSqlite>());
}
