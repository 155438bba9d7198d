namespace Baton.Audit;

/// <summary>
/// The share that is still waiting after each time, by Kaplan and Meier (1958): right where nothing competes with the event; otherwise
/// use <see cref="CumulativeIncidence"/>. Every cause counts as the event.
/// </summary>
/// <param name="Points">At each distinct time, in order.</param>
/// <param name="Count">How many were observed.</param>
public sealed record SurvivalCurve(IReadOnlyList<SurvivalPoint> Points, int Count)
{
    /// <summary>Whether the sample is too small to be judged by.</summary>
    public bool IsTooFewToTell => Count < Observation.FewestToTell;

    /// <summary>The curve of a sample.</summary>
    /// <param name="sample">At least one observation.</param>
    /// <param name="level">Of the pointwise bands; 0.95 by default.</param>
    /// <exception cref="ArgumentException">The sample is empty or holds what cannot be observed.</exception>
    public static SurvivalCurve Of(IReadOnlyCollection<Observation> sample, double level = 0.95)
    {
        var table = RiskTable.Of(sample);
        var points = new List<SurvivalPoint>(table.Steps.Count);
        double survival = 1, greenwood = 0;
        foreach (var step in table.Steps)
        {
            survival *= (step.AtRisk - step.Events) / (double)step.AtRisk;
            greenwood += step.Events / ((double)step.AtRisk * (step.AtRisk - step.Events));
            if (step.Events == 0 && double.IsNaN(greenwood))
                greenwood = double.PositiveInfinity;
            var error = Math.Sqrt(greenwood);
            points.Add(new SurvivalPoint(step.Time, step.AtRisk, step.Events, step.Censored, survival, error, Band.LogLog(survival, error, level)));
        }

        return new SurvivalCurve(points, table.Count);
    }

    /// <summary>The time by which half are over, with the limits at which the bands cross one half (Brookmeyer and Crowley 1982); NaN is "not reached".</summary>
    public MedianTime Median() => new(Crossing(point => point.Survival), Crossing(point => point.Band.Lower), Crossing(point => point.Band.Upper));

    /// <summary>The share still waiting just after a time: 1 before the first, the last value after the last.</summary>
    public double At(double time) => Points.LastOrDefault(point => point.Time <= time)?.Survival ?? 1;

    /// <summary>Where a falling curve reaches one half; the middle of the stretch on which it is exactly that.</summary>
    private double Crossing(Func<SurvivalPoint, double> height)
    {
        const double tolerance = 1.5e-8;
        var curve = Points.Select(point => (point.Time, Height: height(point))).Where(point => !double.IsNaN(point.Height)).ToList();
        var reached = curve.FindIndex(point => point.Height <= 0.5 + tolerance);
        if (reached < 0)
            return double.NaN;
        var below = curve.FindIndex(point => point.Height < 0.5 - tolerance);
        if (below == reached)
            return curve[reached].Time;
        return (curve[reached].Time + (below < 0 ? curve[^1].Time : curve[below].Time)) / 2;
    }
}

/// <summary>One step of a survival curve.</summary>
/// <param name="Time">When.</param>
/// <param name="AtRisk">How many were waiting just before.</param>
/// <param name="Events">How many ended at this time.</param>
/// <param name="Censored">How many were no longer observed from here on.</param>
/// <param name="Survival">The share still waiting just after.</param>
/// <param name="LogError">Greenwood's standard error of the logarithm of <paramref name="Survival"/>; infinite when nobody is left.</param>
/// <param name="Band">Pointwise limits on the log-log scale.</param>
public sealed record SurvivalPoint(double Time, int AtRisk, int Events, int Censored, double Survival, double LogError, Band Band);

/// <summary>The time by which half are over; NaN where it was not reached.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">Its lower limit.</param>
/// <param name="Upper">Its upper limit.</param>
public sealed record MedianTime(double Value, double Lower, double Upper)
{
    /// <summary>Whether half are over at all.</summary>
    public bool IsReached => !double.IsNaN(Value);
}
