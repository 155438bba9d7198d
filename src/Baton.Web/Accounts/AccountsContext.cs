using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Baton.Web;

/// <summary>
/// Everything that is not the log: accounts, API keys, webhooks, canned replies and the keys that protect tokens.
/// One derived context for each engine, because migrations differ.
/// </summary>
public abstract class AccountsContext(DbContextOptions options) : IdentityDbContext<WorkerAccount>(options), IDataProtectionKeyContext
{
    /// <summary>Keys of programs.</summary>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>Addresses that are told of events.</summary>
    public DbSet<WebhookEndpoint> WebhookEndpoints => Set<WebhookEndpoint>();

    /// <summary>Events on their way to those addresses.</summary>
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    /// <summary>Replies that workers send often.</summary>
    public DbSet<CannedReply> CannedReplies => Set<CannedReply>();

    /// <summary>Work that one node at a time does.</summary>
    public DbSet<WorkLease> WorkLeases => Set<WorkLease>();

    /// <summary>Data Protection keys, shared by all nodes and kept over restarts.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite has no type for a time with an offset and cannot compare its text form; a number compares on both engines.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<WorkerAccount>().Property(account => account.DisplayName).HasMaxLength(100);
        builder.Entity<ApiKey>(key =>
        {
            key.Property(k => k.Id).HasMaxLength(32);
            key.Property(k => k.Name).HasMaxLength(100);
            key.Property(k => k.Prefix).HasMaxLength(16);
            key.HasIndex(k => k.Hash).IsUnique();
            key.HasOne<WorkerAccount>().WithMany().HasForeignKey(k => k.WorkerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<CannedReply>(reply =>
        {
            reply.Property(r => r.Shortcut).HasMaxLength(40);
            reply.Property(r => r.Language).HasMaxLength(8);
            reply.Property(r => r.Text).HasMaxLength(4_000);
            reply.HasIndex(r => new { r.Shortcut, r.Language }).IsUnique();
        });
        builder.Entity<WebhookEndpoint>().Property(endpoint => endpoint.Id).HasMaxLength(32);
        builder.Entity<WebhookDelivery>(delivery =>
        {
            delivery.Property(d => d.Id).HasMaxLength(32);
            delivery.Property(d => d.State).HasConversion<string>().HasMaxLength(16);
            delivery.HasIndex(d => new { d.EndpointId, d.Position }).IsUnique();
            delivery.HasIndex(d => new { d.State, d.NextAt });
            delivery.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(d => d.EndpointId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<WorkLease>(lease =>
        {
            lease.HasKey(l => l.Name);
            lease.Property(l => l.Name).HasMaxLength(64);
        });
    }

    private sealed class UnixMilliseconds()
        : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}

/// <summary>The accounts on SQLite, in <c>accounts.db</c> beside the journal.</summary>
public sealed class SqliteAccountsContext(DbContextOptions<SqliteAccountsContext> options) : AccountsContext(options);

/// <summary>The accounts on PostgreSQL, in a schema of their own.</summary>
public sealed class PostgreSqlAccountsContext(DbContextOptions<PostgreSqlAccountsContext> options) : AccountsContext(options)
{
    internal const string SchemaName = "accounts";

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.HasDefaultSchema(SchemaName);
        base.OnModelCreating(builder);
    }
}
