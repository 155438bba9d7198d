namespace Baton.Desk;

/// <summary>
/// What Orleans' relational membership asks of a database: ten statements by name, with the parameters and column names it expects.
/// A change counts only together with the step of the cluster's version that the node expects, hence one statement for both.
/// </summary>
internal static class MembershipStatements
{
    private const string ThisNode = "cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation";

    private const string Nodes = """
        SELECT n.address AS Address, n.port AS Port, n.generation AS Generation, n.name AS SiloName, n.host AS HostName,
               n.status AS Status, n.gateway_port AS ProxyPort, n.suspicions AS SuspectTimes, n.started AS StartTime,
               n.alive AS IAmAliveTime, v.version AS Version
        FROM cluster_version v LEFT JOIN cluster_node n ON n.cluster = v.cluster
        """;

    private static readonly (string Key, string Text)[] All =
    [
        ("InsertMembershipVersionKey", """
            WITH added AS (INSERT INTO cluster_version (cluster) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
            SELECT count(*) = 1 FROM added
            """),
        ("InsertMembershipKey", $"""
            WITH stepped AS (
                UPDATE cluster_version SET version = version + 1
                WHERE cluster = @DeploymentId AND version = @Version AND NOT EXISTS (SELECT 1 FROM cluster_node WHERE {ThisNode})
                RETURNING cluster),
            added AS (
                INSERT INTO cluster_node (cluster, address, port, generation, name, host, status, gateway_port, started, alive)
                SELECT cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM stepped
                RETURNING 1)
            SELECT count(*) = 1 FROM added
            """),
        ("UpdateMembershipKey", $"""
            WITH stepped AS (
                UPDATE cluster_version SET version = version + 1
                WHERE cluster = @DeploymentId AND version = @Version AND EXISTS (SELECT 1 FROM cluster_node WHERE {ThisNode})
                RETURNING cluster),
            changed AS (
                UPDATE cluster_node SET status = @Status, suspicions = @SuspectTimes, alive = @IAmAliveTime
                WHERE {ThisNode} AND EXISTS (SELECT 1 FROM stepped)
                RETURNING 1)
            SELECT count(*) = 1 FROM changed
            """),
        ("UpdateIAmAlivetimeKey", $"UPDATE cluster_node SET alive = @IAmAliveTime WHERE {ThisNode}"),
        ("MembershipReadAllKey", $"{Nodes} WHERE v.cluster = @DeploymentId"),
        ("MembershipReadRowKey", $"{Nodes} AND n.address = @Address AND n.port = @Port AND n.generation = @Generation WHERE v.cluster = @DeploymentId"),
        ("GatewaysQueryKey", """
            SELECT address AS Address, gateway_port AS ProxyPort, generation AS Generation FROM cluster_node
            WHERE cluster = @DeploymentId AND status = @Status AND gateway_port > 0
            """),
        ("DeleteMembershipTableEntriesKey", "DELETE FROM cluster_version WHERE cluster = @DeploymentId"),
        ("CleanupDefunctSiloEntriesKey", "DELETE FROM cluster_node WHERE cluster = @DeploymentId AND alive < @IAmAliveTime AND status = 6"),
        ("CleanupDefunctSiloEntryKey", $"""
            DELETE FROM cluster_node WHERE {ThisNode} AND status = 6 AND started = @StartTime AND alive = @IAmAliveTime
            AND suspicions IS NOT DISTINCT FROM @SuspectTimes
            """),
    ];

    /// <summary>The view under the name and columns in which Orleans looks for its statements.</summary>
    public static string View { get; } =
        "CREATE OR REPLACE VIEW OrleansQuery (QueryKey, QueryText) AS VALUES " +
        string.Join(", ", All.Select(statement => $"('{statement.Key}'::text, '{statement.Text}'::text)"));
}
