using System.ComponentModel.DataAnnotations;

namespace Baton.Desk;

/// <summary>When a customer who comes again counts as coming back about the same matter. Section <c>Desk:Retrial</c>.</summary>
public sealed class RetrialOptions
{
    /// <summary>How long after the last word of the earlier contact. Default: 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "366.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(7);
}
