using System.ComponentModel.DataAnnotations;

namespace Baton.Desk;

/// <summary>What workers may give in emotional cases to make good, until a lead sets something else. Section <c>Desk:Goodwill</c>.</summary>
public sealed class GoodwillOptions
{
    /// <summary>Currency of all amounts, ISO 4217. Default: <c>EUR</c>.</summary>
    [Required, RegularExpression("^[A-Z]{3}$", ErrorMessage = "Write three capital letters such as EUR.")]
    public string Currency { get; set; } = "EUR";

    /// <summary>The most in one conversation. Default: 0, nothing.</summary>
    [Range(0, 1_000_000)]
    public decimal PerCase { get; set; }

    /// <summary>The most that one worker gives in a day of the team's time zone. Default: 0, nothing.</summary>
    [Range(0, 1_000_000)]
    public decimal PerWorkerAndDay { get; set; }

    /// <summary>The most that a team gives in a month of its time zone. Default: 0, nothing.</summary>
    [Range(0, 100_000_000)]
    public decimal PerTeamAndMonth { get; set; }
}
