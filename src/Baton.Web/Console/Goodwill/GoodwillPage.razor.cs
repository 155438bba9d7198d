using System.Globalization;
using Baton.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>Where a lead sets what may be given to make good, and sees what was.</summary>
public sealed partial class GoodwillPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private List<string> _teams = [];
    private string _team = Team.Default;
    private GoodwillLeft? _left;
    private IReadOnlyList<GoodwillLine> _lines = [];
    private IReadOnlyList<GoodwillChoice> _choices = [];
    private string? _perCase;
    private string? _perDay;
    private string? _perMonth;
    private string? _refusal;
    private string? _saved;

    [Inject]
    private IGoodwill Goodwill { get; set; } = null!;

    [Inject]
    private IWall Wall { get; set; } = null!;

    [Inject]
    private IOptions<HandoffOptions> Handoff { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync()
    {
        _teams = [.. Wall.Rows.Select(row => row.Team).Concat(Handoff.Value.Teams.Keys).Append(Team.Default).Where(team => team.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        return ReadAsync();
    }

    private static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal? Amount(string? text) =>
        decimal.TryParse(text?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private async Task ReadAsync()
    {
        _saved = null;
        _left = await Goodwill.LeftAsync(default, _team, Session.Worker.Id, _closing.Token);
        _lines = await Goodwill.LinesAsync(_team, _closing.Token);
        _choices = await Goodwill.ChoicesAsync(_team, _closing.Token);
        (_perCase, _perDay, _perMonth) = (Money(_left.Limits.PerCase), Money(_left.Limits.PerWorkerAndDay), Money(_left.Limits.PerTeamAndMonth));
    }

    private async Task SaveAsync()
    {
        _refusal = null;
        if (!Session.IsLead) return;
        if (Amount(_perCase) is not { } perCase || Amount(_perDay) is not { } perDay || Amount(_perMonth) is not { } perMonth)
        {
            _refusal = "Write each limit as a number, e.g. 25 or 12.50.";
            return;
        }

        try
        {
            await Goodwill.SetAsync(_team, new(perCase, perDay, perMonth), new(Session.Worker), _closing.Token);
        }
        catch (ArgumentOutOfRangeException)
        {
            _refusal = "A limit is 0 or above and has at most two decimals.";
            return;
        }

        await ReadAsync();
        _saved = "It holds from now on.";
    }
}
