namespace Baton.Audit;

/// <summary>
/// The share to which one cause has happened by each time while others compete with it, by Aalen and Johansen (1978). Who was ended by
/// another cause can no longer be ended by this one and is not taken for waiting.
/// </summary>
/// <param name="Cause">The cause.</param>
/// <param name="Points">At each distinct time, in order.</param>
/// <param name="Count">How many were observed.</param>
public sealed record CumulativeIncidence(int Cause, IReadOnlyList<IncidencePoint> Points, int Count)
{
    /// <summary>Whether the sample is too small to be judged by.</summary>
    public bool IsTooFewToTell => Count < Observation.FewestToTell;

    /// <summary>The incidence of one cause in a sample.</summary>
    /// <param name="sample">At least one observation.</param>
    /// <param name="cause">1 or more.</param>
    /// <param name="level">Of the pointwise bands; 0.95 by default.</param>
    /// <exception cref="ArgumentException">The sample is empty or holds what cannot be observed, or the cause is none.</exception>
    public static CumulativeIncidence Of(IReadOnlyCollection<Observation> sample, int cause, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cause, 1);
        var table = RiskTable.Of(sample);
        var points = new List<IncidencePoint>(table.Steps.Count);
        var spread = new Spread();
        double waiting = 1, incidence = 0;
        foreach (var step in table.Steps)
        {
            var own = step.Of(cause);
            var before = waiting;
            incidence += before * own / step.AtRisk;
            waiting = before * (step.AtRisk - step.Events) / step.AtRisk;
            spread.Add(before, waiting, incidence, own, step.Events - own, step.AtRisk);
            var variance = Math.Max(0, spread.At(incidence));
            points.Add(new IncidencePoint(step.Time, step.AtRisk, own, step.Events - own, incidence, variance, Band.LogLog(incidence, Math.Sqrt(variance) / incidence, level)));
        }

        return new CumulativeIncidence(cause, points, table.Count);
    }

    /// <summary>The share by a time: 0 before the first, the last value after the last.</summary>
    public double At(double time) => Points.LastOrDefault(point => point.Time <= time)?.Incidence ?? 0;

    /// <summary>
    /// Aalen's variance with its correction for ties. A small change of the hazard at one time moves the incidence at a later one by what
    /// was left then, less what the change takes from the time between; the squares of that are kept as the coefficients of a parabola in the incidence.
    /// </summary>
    private sealed class Spread
    {
        private double _constant;
        private double _linear;
        private double _square;

        public void Add(double before, double after, double incidence, int own, int others, int atRisk)
        {
            if (own > 0)
            {
                var scale = after > 0 ? 1 / after : 0;
                Add(before * before * HazardVariance(own, atRisk), 1 + (incidence * scale), scale);
            }

            if (others > 0 && after > 0)
                Add(before * before * HazardVariance(others, atRisk), incidence / after, 1 / after);
        }

        public double At(double incidence) => _constant - (2 * incidence * _linear) + (incidence * incidence * _square);

        private void Add(double weight, double level, double slope)
        {
            _constant += weight * level * level;
            _linear += weight * level * slope;
            _square += weight * slope * slope;
        }

        private static double HazardVariance(int events, int atRisk) =>
            events / ((double)atRisk * atRisk) * (events > 1 ? 1 - ((events - 1.0) / (atRisk - 1.0)) : 1);
    }
}

/// <summary>One step of a cumulative incidence.</summary>
/// <param name="Time">When.</param>
/// <param name="AtRisk">How many were waiting just before.</param>
/// <param name="Events">How many were ended by the cause at this time.</param>
/// <param name="Competing">How many were ended by others.</param>
/// <param name="Incidence">The share ended by the cause up to and including this time.</param>
/// <param name="Variance">Of <paramref name="Incidence"/>.</param>
/// <param name="Band">Pointwise limits on the log-log scale.</param>
public sealed record IncidencePoint(double Time, int AtRisk, int Events, int Competing, double Incidence, double Variance, Band Band);
