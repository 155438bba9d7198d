using System.Globalization;
using Baton.Desk;
using Microsoft.AspNetCore.Components;

namespace Baton.Web;

/// <summary>Early saves against needless handoffs as a curve, with the point that holds and the one that is looked at.</summary>
public sealed partial class RiskCurve
{
    private const double Width = 520;
    private const double Height = 300;
    private const double Left = 52;
    private const double Right = 16;
    private const double Top = 12;
    private const double Bottom = 44;

    /// <summary>The curve.</summary>
    [Parameter, EditorRequired]
    public ThresholdCurve Curve { get; set; } = null!;

    /// <summary>The threshold that holds, 0 to 1.</summary>
    [Parameter]
    public double Now { get; set; }

    /// <summary>The threshold that is looked at, 0 to 1.</summary>
    [Parameter]
    public double Selected { get; set; }

    private static IReadOnlyList<double> Ticks { get; } = [0, 0.25, 0.5, 0.75, 1];

    private CurvePoint NowPoint => Curve.At(Now);

    private CurvePoint SelectedPoint => Curve.At(Selected);

    // The whole axis when much is interrupted, its lower part where the choice is when little is.
    private double Most => Curve.Points.Max(Wrong) switch { > 0.5 => 1, > 0.2 => 0.5, _ => 0.2 };

    private string Line => string.Join(' ', Curve.Points.OrderByDescending(point => point.Threshold).Select(point => $"{N(X(Wrong(point)))},{N(Y(Early(point)))}"));

    private string Words => $"Selected {TitleOf(SelectedPoint)}; now {TitleOf(NowPoint)}";

    private static double X(double share, double most) => Left + (Math.Min(share / most, 1) * (Width - Left - Right));

    private static double Y(double share) => Height - Bottom - (share * (Height - Top - Bottom));

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    private double X(double share) => X(share, Most);

    private double Early(CurvePoint point) => Curve.Failed == 0 ? 0 : (double)point.EarlySaves / Curve.Failed;

    private double Wrong(CurvePoint point) => Curve.Well == 0 ? 0 : (double)point.Needless / Curve.Well;

    private string TitleOf(CurvePoint point) => $"from {Percent(point.Threshold)}: {Percent(Early(point))} of the failed met earlier, {Percent(Wrong(point))} of the good ones interrupted";
}
