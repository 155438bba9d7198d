using System.Globalization;
using Baton.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>Where a lead moves the point from which a person is called, and sees what it would have changed.</summary>
public sealed partial class ThresholdsPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<PastConversation> _past = [];
    private IReadOnlyList<ThresholdChoice> _choices = [];
    private IReadOnlyList<string> _teams = [];
    private ThresholdCurve? _curve;
    private string _team = "";
    private int _days = 30;
    private int _percent = 40;
    private string? _refusal;

    [Inject]
    private PastConversations Past { get; set; } = null!;

    [Inject]
    private ThresholdDesk Desk { get; set; } = null!;

    [Inject]
    private IOptions<EscalationOptions> Options { get; set; } = null!;

    [Inject]
    private WorkerSession Session { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private static CultureInfo Culture => CultureInfo.InvariantCulture;

    private double Selected => _percent / 100.0;

    private EscalationThresholds Now => Desk.Of(_team);

    private EscalationThresholds OfCosts => Desk.OfCosts(_team);

    private EscalationCosts Costs => Desk.CostsOf(_team);

    private string CostSection => Options.Value.Teams.ContainsKey(_team) ? $"Desk:Escalation:Teams:{_team}" : "Desk:Escalation:Costs";

    private bool IsNow => Math.Abs(Now.Escalate - Selected) < 0.005;

    private bool IsChosen => _choices is [{ Escalate: not null }, ..];

    private string Effect
    {
        get
        {
            var point = _curve!.At(Selected);
            var lead = point.MedianLead is { } median ? string.Create(Culture, $", by {median:0.#} of their messages (median)") : "";
            return $"Of {_curve.Failed} conversations that failed, {point.EarlySaves} would have had a person earlier{lead}. Of {_curve.Well} that went well, {point.Needless} would have been interrupted.";
        }
    }

    private string Change
    {
        get
        {
            if (IsNow) return "This is the point that holds now.";
            var (now, then) = (_curve!.At(Now.Escalate), _curve.At(Selected));
            return string.Create(
                Culture,
                $"Beside now: {then.EarlySaves - now.EarlySaves:+0;-0;0} met earlier, {then.Needless - now.Needless:+0;-0;0} interrupted, {then.Cost - now.Cost:+0.00;-0.00;0.00} expected cost a hundred conversations.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not while the page is made: a long log would keep the browser waiting for its first byte.
        if (firstRender) await ReadAsync();
    }

    private static string Percent(double share) => share.ToString("0 %", Culture);

    private static string Money(double amount) => amount.ToString("0.00", Culture);

    private async Task ReadAsync()
    {
        _curve = null;
        StateHasChanged();
        var now = Time.GetUtcNow();
        try
        {
            _past = await Past.ReadAsync(now.AddDays(-_days), now, _closing.Token);
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            return;
        }

        _teams = [.. _past.Select(past => past.Team).Concat(Options.Value.Teams.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
        if (!_teams.Contains(_team, StringComparer.OrdinalIgnoreCase)) _team = _teams.Count > 0 ? _teams[0] : "support";
        await Choose();
        StateHasChanged();
    }

    private async Task Choose()
    {
        _refusal = null;
        _curve = new([.. _past.Where(past => string.Equals(past.Team, _team, StringComparison.OrdinalIgnoreCase))], Costs);
        _choices = await Desk.ChoicesAsync(_team, _closing.Token);
        Move(Now.Escalate);
    }

    private void OnMove(ChangeEventArgs moved)
    {
        if (int.TryParse(moved.Value?.ToString(), Culture, out var percent)) Move(percent / 100.0);
    }

    private void Move(double threshold) => _percent = Math.Clamp((int)Math.Round(threshold * 100), 5, 100);

    private async Task SaveAsync(double? threshold)
    {
        _refusal = null;
        try
        {
            await Desk.ChooseAsync(_team, threshold, Session.Worker.Name, _closing.Token);
        }
        catch (ArgumentOutOfRangeException)
        {
            _refusal = "A threshold is 5 % to 100 %.";
            return;
        }

        _choices = await Desk.ChoicesAsync(_team, _closing.Token);
        Move(Now.Escalate);
    }
}
