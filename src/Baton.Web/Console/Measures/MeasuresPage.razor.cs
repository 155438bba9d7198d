using Baton.Insight;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>How people were served: all measures side by side, by kind of case and by week, for leads.</summary>
public sealed partial class MeasuresPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private ServiceMeasures? _measures;
    private string _team = "";
    private string _kind = CaseKinds.All;
    private int _weeks = 8;
    private bool _withSimulated = true;

    [Inject]
    private LogMeasures Measures { get; set; } = null!;

    private IReadOnlyList<MeasureRow> Weeks => [.. _measures!.Weeks.Where(row => row.Kind == _kind)];

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

    private async Task ReadAsync()
    {
        try
        {
            _measures = await Measures.ReadAsync(_weeks, _team.Length > 0 ? _team : null, _withSimulated, _closing.Token);
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            return;
        }

        if (_measures.Kinds.All(row => row.Kind != _kind)) _kind = CaseKinds.All;
        StateHasChanged();
    }
}
