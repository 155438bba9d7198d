using Npgsql;

namespace Baton.Desk;

/// <summary>
/// The tables of Orleans' membership and the statements it asks for by name, in a schema of their own. The statements are a view,
/// so that a new version of Baton never meets an old one's.
/// </summary>
internal sealed class MembershipTables(string connectionString) : ILifecycleParticipant<ISiloLifecycle>
{
    private const string Schema = "baton_cluster";
    private const long Lock = 0x4241_544F_4E43_4C55;

    public static string InTheirSchema(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = Schema }.ToString();

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(MembershipTables), ServiceLifecycleStage.First, LayAsync);

    private async Task LayAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // One node lays them, the others find them laid.
        await ExecuteAsync($"SELECT pg_advisory_xact_lock({Lock})");
        await ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {Schema}; SET LOCAL search_path = {Schema}");
        await ExecuteAsync(Tables);
        await ExecuteAsync(MembershipStatements.View);
        await transaction.CommitAsync(cancellationToken);

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS cluster_version (
            cluster text PRIMARY KEY,
            version integer NOT NULL DEFAULT 0
        );
        CREATE TABLE IF NOT EXISTS cluster_node (
            cluster text NOT NULL REFERENCES cluster_version ON DELETE CASCADE,
            address text NOT NULL,
            port integer NOT NULL,
            generation integer NOT NULL,
            name text NOT NULL,
            host text NOT NULL,
            status integer NOT NULL,
            gateway_port integer NOT NULL,
            suspicions text,
            started timestamptz NOT NULL,
            alive timestamptz NOT NULL,
            PRIMARY KEY (cluster, address, port, generation)
        );
        """;
}
