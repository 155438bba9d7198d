using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>Several nodes as one service. Section <c>Desk:Cluster</c>.</summary>
internal sealed class ClusterOptions
{
    public const string Section = "Desk:Cluster";

    /// <summary>True to join the cluster of all nodes on the same PostgreSQL database. Default: false, one node alone.</summary>
    public bool Enabled { get; set; }

    /// <summary>The IP address at which the other nodes reach this one. Default: none, the first address of this machine that is not loopback.</summary>
    public string? Address { get; set; }

    /// <summary>The port at which the other nodes reach this one; must not be open to anybody else. 1 to 65,535. Default: 11111.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 11_111;

    /// <summary>
    /// How often nodes ask each other whether they live; after three missed answers a node counts as dead and its conversations go on
    /// elsewhere. Shorter notices sooner and mistakes a slow node for a dead one more easily. 1 to 60 seconds. Default: 2 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Nodes with the same name on the same database are one cluster. Default: <c>baton</c>.</summary>
    [Required]
    public string Name { get; set; } = "baton";
}

/// <summary>A cluster needs a log that all its nodes share.</summary>
internal sealed class ClusterOptionsValidator(IConfiguration configuration) : IValidateOptions<ClusterOptions>
{
    public ValidateOptionsResult Validate(string? name, ClusterOptions options)
    {
        if (!options.Enabled) return ValidateOptionsResult.Success;
        List<string> wrong = [];
        var engine = configuration["Journal:Engine"];
        if (!string.Equals(engine, "PostgreSql", StringComparison.OrdinalIgnoreCase))
            wrong.Add($"Desk:Cluster:Enabled is true but Journal:Engine is '{engine ?? "Sqlite"}', which only one process can use. Set Journal:Engine to PostgreSql.");
        if (options.Address is { } address && !IPAddress.TryParse(address, out _))
            wrong.Add($"Desk:Cluster:Address is '{address}'. Set it to this machine's IP address, e.g. 10.0.0.5.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
