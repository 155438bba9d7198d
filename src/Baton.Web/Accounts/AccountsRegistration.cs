using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Baton.Web;

/// <summary>Adds and prepares the accounts database.</summary>
public static class AccountsRegistration
{
    /// <summary>
    /// The accounts database on the journal's engine: <c>Journal:Engine</c> is <c>Sqlite</c> (default; file <c>accounts.db</c> in
    /// <c>Journal:DataFolder</c>) or <c>PostgreSql</c> (<c>Journal:ConnectionString</c>). Its keys protect tokens.
    /// </summary>
    internal static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        var journal = configuration.GetSection("Journal");
        if (string.Equals(journal["Engine"], "PostgreSql", StringComparison.OrdinalIgnoreCase))
            services.AddAccountsContext<PostgreSqlAccountsContext>(options => options.UseNpgsql(journal["ConnectionString"], Npgsql));
        else
            services.AddAccountsContext<SqliteAccountsContext>(options => options.UseSqlite(SqliteConnection(journal["DataFolder"])));

        services.AddHostedService<AccountsMigration>();
        services.AddDataProtection().SetApplicationName("Baton").PersistKeysToDbContext<AccountsContext>();
        return services.AddAccountsSchema();
    }

    /// <summary>
    /// Brings the accounts database up to date without starting the program, for commands that use it. A started program has done so.
    /// </summary>
    public static async Task PrepareAccountsAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await AccountsMigration.MigrateAsync(scope.ServiceProvider.GetRequiredService<AccountsContext>(), cancellationToken);
    }

    // Version 3 is the first with passkeys. The contexts read it from the application's services when they build their model.
    internal static IServiceCollection AddAccountsSchema(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

    internal static void Npgsql(NpgsqlDbContextOptionsBuilder options) =>
        options.MigrationsHistoryTable("__EFMigrationsHistory", PostgreSqlAccountsContext.SchemaName);

    private static void AddAccountsContext<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TContext : AccountsContext
    {
        services.AddDbContextFactory<TContext>(options =>
        {
            configure(options);
            // Statements are for people who look into a fault, not for the log of every day.
            options.ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
        });
        services.AddScoped<AccountsContext>(provider => provider.GetRequiredService<TContext>());
        services.AddSingleton<IDbContextFactory<AccountsContext>, EngineFactory<TContext>>();
    }

    private static string SqliteConnection(string? folder) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(string.IsNullOrWhiteSpace(folder) ? "data" : folder, "accounts.db"),
        DefaultTimeout = 30,
    }.ToString();

    private sealed class EngineFactory<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<AccountsContext>
        where TContext : AccountsContext
    {
        public AccountsContext CreateDbContext() => factory.CreateDbContext();
    }
}
