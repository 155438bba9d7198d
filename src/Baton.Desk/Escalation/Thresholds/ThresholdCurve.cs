namespace Baton.Desk;

/// <summary>What would have happened at one threshold.</summary>
/// <param name="Threshold">From which probability of failure a person is called.</param>
/// <param name="EarlySaves">Failed conversations that would have had a person at least one message of the customer earlier.</param>
/// <param name="Needless">Conversations that went well and would have been interrupted.</param>
/// <param name="MedianLead">By how many messages of the customer the early ones would have been earlier; null when there is none.</param>
/// <param name="Cost">Expected cost of a hundred conversations, in the currency of the costs.</param>
public sealed record CurvePoint(double Threshold, int EarlySaves, int Needless, double? MedianLead, double Cost);

/// <summary>Early saves against needless handoffs, at every threshold, on past conversations.</summary>
public sealed class ThresholdCurve
{
    /// <summary>Fewer failed conversations than this tell too little to choose by.</summary>
    public const int EnoughFailed = 30;

    // What the cheapest point may be: at 0 everything would go to people at once, and at 1 nothing.
    private const int Steps = 50;

    private readonly IReadOnlyList<PastConversation> _failed, _well;
    private readonly EscalationCosts _costs;

    /// <param name="conversations">Those of one team, or of all.</param>
    /// <param name="costs">Theirs.</param>
    public ThresholdCurve(IReadOnlyList<PastConversation> conversations, EscalationCosts costs)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        _costs = costs;
        _failed = [.. conversations.Where(past => past.End == PastEnd.Failed)];
        _well = [.. conversations.Where(past => past.End == PastEnd.Well)];
        Unknown = conversations.Count - _failed.Count - _well.Count;
        Points = [.. Enumerable.Range(1, Steps).Select(step => At((double)step / Steps))];
    }

    /// <summary>Conversations that failed.</summary>
    public int Failed => _failed.Count;

    /// <summary>Conversations that went well.</summary>
    public int Well => _well.Count;

    /// <summary>Conversations of which the log does not tell how they would have ended.</summary>
    public int Unknown { get; }

    /// <summary>Share that failed among those whose end is known, 0 to 1; null when there is none.</summary>
    public double? FailedShare => Failed + Well == 0 ? null : (double)Failed / (Failed + Well);

    /// <summary>Whether there is enough to choose by.</summary>
    public bool IsEnough => Failed >= EnoughFailed && Well >= EnoughFailed;

    /// <summary>Threshold by threshold, from 0.02 to 1.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }

    /// <summary>The point that would have cost least; the highest threshold where several do. Null when there is not enough to choose by.</summary>
    public CurvePoint? Cheapest => IsEnough ? Points.OrderBy(point => point.Cost).ThenByDescending(point => point.Threshold).First() : null;

    /// <summary>What would have happened at a threshold.</summary>
    public CurvePoint At(double threshold)
    {
        List<int> leads = [.. _failed.Select(past => past.LeadAt(threshold)).OfType<int>().Order()];
        var needless = _well.Count(past => past.ReachedAt(threshold) is not null);
        return new(threshold, leads.Count, needless, MedianOf(leads), CostOf(leads.Count, needless));
    }

    /// <summary>A failed conversation costs its customer; one met early costs a person's minutes and loses fewer; a needless one minutes and more.</summary>
    private double CostOf(int early, int needless)
    {
        if (Failed + Well == 0) return 0;
        var minutes = _costs.MinutesOfIntervention * _costs.MinuteOfWorker;
        var lost = (Failed - (early * _costs.SavedByIntervention)) * _costs.LostCustomer;
        return 100 * (lost + ((early + needless) * minutes) + (needless * _costs.NeedlessInterruption)) / (Failed + Well);
    }

    private static double? MedianOf(List<int> sorted) => sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
}
