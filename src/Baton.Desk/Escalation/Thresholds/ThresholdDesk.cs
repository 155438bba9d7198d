using System.Text.Json;
using Baton.Journal;
using Microsoft.Extensions.Options;

namespace Baton.Desk;

/// <summary>What thresholds hold, and where leads choose others. Choices are kept with who made them and hold at once, on every node within seconds.</summary>
public sealed class ThresholdDesk
{
    /// <summary>The lowest threshold that may be chosen: below it nearly everybody would go to people.</summary>
    public const double Lowest = 0.05;

    private const string Drawer = "thresholds";
    private const int MostTeams = 1_000;
    private const int MostChoices = 50;

    private readonly IKeptValues _kept;
    private readonly TeamThresholds _thresholds;
    private readonly IOptions<EscalationOptions> _options;
    private readonly TimeProvider _time;

    internal ThresholdDesk(IKeptValues kept, TeamThresholds thresholds, IOptions<EscalationOptions> options, TimeProvider time) =>
        (_kept, _thresholds, _options, _time) = (kept, thresholds, options, time);

    /// <summary>The thresholds that hold now for a team.</summary>
    public EscalationThresholds Of(string team) => _thresholds.Of(team);

    /// <summary>Those that follow from the team's costs.</summary>
    public EscalationThresholds OfCosts(string team) => _thresholds.OfCosts(team);

    /// <summary>The team's costs.</summary>
    public EscalationCosts CostsOf(string team) => _options.Value.CostsOf(team);

    /// <summary>Chooses from which probability of failure a person is called for a team.</summary>
    /// <param name="team">Its name.</param>
    /// <param name="escalate">From <see cref="Lowest"/> to 1; null for what follows from its costs.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="cancellationToken">Cancels the keeping.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is out of range.</exception>
    public async Task ChooseAsync(string team, double? escalate, string by, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(team);
        if (escalate is < Lowest or > 1 or double.NaN) throw new ArgumentOutOfRangeException(nameof(escalate), escalate, $"A threshold is {Lowest} to 1.");
        List<ThresholdChoice> choices = [new(escalate, by, _time.GetUtcNow()), .. await ChoicesAsync(team, cancellationToken)];
        var kept = new KeptChoices([.. choices.Take(MostChoices)]);
        await _kept.PutAsync(Drawer, team, JsonSerializer.Serialize(kept, ThresholdJson.Default.KeptChoices), cancellationToken);
        Hold(team, kept);
    }

    /// <summary>Decisions about a team, the latest first, at most fifty.</summary>
    public async Task<IReadOnlyList<ThresholdChoice>> ChoicesAsync(string team, CancellationToken cancellationToken) =>
        await _kept.GetAsync(Drawer, team, cancellationToken) is { } json ? Read(json).Choices : [];

    /// <summary>Makes what is kept hold here, whoever kept it.</summary>
    internal async Task RefreshAsync(CancellationToken cancellationToken)
    {
        foreach (var kept in await _kept.ListAsync(Drawer, MostTeams, cancellationToken))
            Hold(kept.Key, Read(kept.Value));
    }

    private static KeptChoices Read(string json) => JsonSerializer.Deserialize(json, ThresholdJson.Default.KeptChoices)!;

    private void Hold(string team, KeptChoices kept) =>
        _thresholds.Choose(team, kept.Choices is [{ Escalate: { } escalate }, ..] ? new(Math.Min(_thresholds.OfCosts(team).Watch, escalate), escalate) : null);
}
