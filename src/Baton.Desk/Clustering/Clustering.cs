using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Baton.Desk;

/// <summary>Joins the nodes on one PostgreSQL database to one cluster.</summary>
internal static class Clustering
{
    /// <summary>Who is in the cluster is kept in the same database as the log; the tables are laid when the silo starts.</summary>
    public static ISiloBuilder UsePostgreSqlClustering(this ISiloBuilder silo, string connectionString)
    {
        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = "Npgsql";
            options.ConnectionString = MembershipTables.InTheirSchema(connectionString);
        });
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new MembershipTables(connectionString));
        return silo;
    }

    /// <summary>Sets up a node of the cluster from <c>Desk:Cluster</c> and <c>Journal:ConnectionString</c>.</summary>
    public static ISiloBuilder UseCluster(this ISiloBuilder silo, IConfiguration configuration)
    {
        var cluster = configuration.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new();
        silo.UsePostgreSqlClustering(configuration["Journal:ConnectionString"] ?? "");
        silo.Configure<Orleans.Configuration.ClusterOptions>(options => options.ClusterId = options.ServiceId = cluster.Name);
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = cluster.ProbeInterval;
            options.NumMissedProbesLimit = 3;
            options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        });
        if (IPAddress.TryParse(cluster.Address, out var address)) silo.ConfigureEndpoints(address, cluster.Port, gatewayPort: 0);
        else silo.ConfigureEndpoints(cluster.Port, gatewayPort: 0);
        return silo;
    }
}
