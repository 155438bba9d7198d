using Baton.Journal;

namespace Baton.Desk;

/// <summary>A worker's ratings, for this worker's own eyes.</summary>
/// <param name="Count">Rated conversations that the worker held last.</param>
/// <param name="Upset">How many of them were upset when the worker took over.</param>
/// <param name="Mean">Mean score, 1 to 5; 0 without ratings.</param>
/// <param name="Adjusted">The mean as it would be with everybody's share of upset customers; null while too few are known.</param>
public sealed record OwnRatings(int Count, int Upset, double Mean, double? Adjusted);

/// <summary>All ratings together, by how the customers came.</summary>
/// <param name="Calm">Customers who were calm when a person took over.</param>
/// <param name="CalmMean">Their mean score; null for none.</param>
/// <param name="Upset">Customers who were upset by then.</param>
/// <param name="UpsetMean">Their mean score; null for none.</param>
public sealed record TeamRatings(int Calm, double? CalmMean, int Upset, double? UpsetMean);

/// <summary>
/// Ratings beside what was inherited: an upset customer rates low whoever helps, so a score is compared with those of customers who came
/// alike (direct standardisation over two groups). From the same tail of the log as the loads.
/// </summary>
internal sealed class RatingBook(double upsetFrom)
{
    /// <summary>Below so many ratings a mean says more about chance than about anybody.</summary>
    public const int Enough = 5;

    private const int Remembered = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<ConversationId, Taken> _taken = [];
    private readonly Queue<ConversationId> _order = [];
    private readonly Dictionary<ConversationId, Rated> _rated = [];

    public void Took(ConversationId conversation, WorkerId worker, double aggravation)
    {
        lock (_lock)
        {
            if (_taken.TryAdd(conversation, new(worker, aggravation >= upsetFrom))) _order.Enqueue(conversation);
            else _taken[conversation] = new(worker, aggravation >= upsetFrom);
            if (_order.Count <= Remembered) return;
            var oldest = _order.Dequeue();
            _taken.Remove(oldest);
            _rated.Remove(oldest);
        }
    }

    /// <summary>The last rating of a conversation counts, for who held it last.</summary>
    public void Rates(ConversationId conversation, int score)
    {
        lock (_lock)
        {
            if (_taken.TryGetValue(conversation, out var taken)) _rated[conversation] = new(taken.Worker, taken.IsUpset, score);
        }
    }

    public OwnRatings Of(WorkerId worker)
    {
        lock (_lock)
        {
            var own = _rated.Values.Where(rated => rated.Worker == worker).ToList();
            if (own.Count == 0) return new(0, 0, 0, null);
            return new(own.Count, own.Count(rated => rated.IsUpset), own.Average(rated => rated.Score), own.Count < Enough ? null : Adjusted(own));
        }
    }

    public TeamRatings All()
    {
        lock (_lock)
        {
            var (calm, upset) = (_rated.Values.Where(rated => !rated.IsUpset).ToList(), _rated.Values.Where(rated => rated.IsUpset).ToList());
            return new(calm.Count, Mean(calm), upset.Count, Mean(upset));
        }
    }

    private static double? Mean(List<Rated> ratings) => ratings.Count == 0 ? null : ratings.Average(rated => rated.Score);

    /// <summary>How much better than others with customers who came alike, on top of everybody's mean.</summary>
    private double Adjusted(List<Rated> own)
    {
        var everybody = _rated.Values.Average(rated => rated.Score);
        var expected = _rated.Values.GroupBy(rated => rated.IsUpset).ToDictionary(group => group.Key, group => group.Average(rated => rated.Score));
        return Math.Clamp(everybody + own.Average(rated => rated.Score - expected[rated.IsUpset]), 1, 5);
    }

    private sealed record Taken(WorkerId Worker, bool IsUpset);

    private sealed record Rated(WorkerId Worker, bool IsUpset, int Score);
}
