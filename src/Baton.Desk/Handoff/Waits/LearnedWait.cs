using System.Collections.Immutable;

namespace Baton.Desk;

/// <summary>When a person is expected, in seconds from now.</summary>
/// <param name="Earliest">Not sooner.</param>
/// <param name="Latest">Not later.</param>
internal sealed record WaitRange(double Earliest, double Latest);

/// <summary>
/// What one team's waits teach, as conformal prediction: how many times the wait by the settings customers really waited, recent ones
/// counting more, with both ends moved after each miss so that the share holds while waits drift (Gibbs and Candès 2021, adaptive
/// conformal inference; Barber et al. 2023 for the weights).
/// </summary>
internal sealed record LearnedWait
{
    /// <summary>The share of customers who shall be met within the range; the rest is split evenly between both ends.</summary>
    public const double Share = 0.8;

    private const double Tail = (1 - Share) / 2;
    private const int Enough = 10;
    private const int Remembered = 200;
    private const double Step = 0.03;
    // The fiftieth wait before this one counts half.
    private static readonly double _decay = Math.Pow(0.5, 1 / 50.0);

    private ImmutableList<double> Scores { get; init; } = [];

    private double Below { get; init; } = Tail;

    private double Above { get; init; } = Tail;

    /// <summary>Takes in how a wait ended; who left before the latest time told nothing.</summary>
    public LearnedWait After(ToldWait told)
    {
        var (stated, waited) = (told.Stated, told.Waited);
        if (!told.IsMet && !(waited > stated.Latest)) return this;
        var scores = Scores.Add(waited / stated.Basis);
        return this with
        {
            Scores = scores.Count > Remembered ? scores.RemoveAt(0) : scores,
            Below = stated.Earliest is { } earliest ? Moved(Below, waited < earliest) : Below,
            Above = stated.Latest is { } latest ? Moved(Above, waited > latest) : Above,
        };
    }

    /// <summary>The range for a wait that would be so long by the settings, seconds; null while too little is known.</summary>
    public WaitRange? Expect(double basis)
    {
        if (Scores.Count < Enough) return null;
        var weighed = Scores.Select((score, place) => (Score: score, Weight: Math.Pow(_decay, Scores.Count - 1 - place))).OrderBy(one => one.Score).ToList();
        // The wait to come counts as one more, beyond either end.
        var all = weighed.Sum(one => one.Weight) + 1;
        var latest = Reached(weighed, (1 - Above) * all) ?? weighed[^1].Score * 1.25;
        weighed.Reverse();
        var earliest = Reached(weighed, (1 - Below) * all) ?? 0;
        return new(basis * Math.Min(earliest, latest), basis * latest);
    }

    private static double? Reached(IReadOnlyList<(double Score, double Weight)> weighed, double weight)
    {
        var sum = 0.0;
        foreach (var (score, own) in weighed)
        {
            sum += own;
            if (sum >= weight) return score;
        }

        return null;
    }

    private static double Moved(double tail, bool isMissed) => Math.Clamp(tail + (Step * (Tail - (isMissed ? 1 : 0))), 0.005, 0.3);
}
