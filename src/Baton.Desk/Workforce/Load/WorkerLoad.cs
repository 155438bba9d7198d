using System.Collections.Immutable;

namespace Baton.Desk;

/// <summary>
/// What a worker carries: the conversations now, and the aggravation inherited lately. Immutable; counted from the customers who were
/// assigned, never from the worker's own words, face or pulse.
/// </summary>
public sealed record WorkerLoad
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Nothing.</summary>
    public static readonly WorkerLoad None = new();

    /// <summary>Conversations the worker answers, offered ones included.</summary>
    public int Own { get; init; }

    /// <summary>Supervised conversations at risk.</summary>
    public int Watched { get; init; }

    /// <summary>Supervised conversations that are calm.</summary>
    public int Supervised { get; init; }

    /// <summary>When emotional cases were taken within the last hour, oldest first.</summary>
    public ImmutableArray<DateTimeOffset> EmotionalTaken { get; init; } = [];

    /// <summary>Emotional cases taken one after the other, the last one included; 0 after any other case.</summary>
    public int EmotionalInRow { get; init; }

    /// <summary>Until when nothing is given to the worker; null for no breather.</summary>
    public DateTimeOffset? BreatherUntil { get; init; }

    /// <summary>Since when the worker holds nothing; null while the worker holds something.</summary>
    public DateTimeOffset? IdleSince { get; init; }

    /// <summary>The sums below as they were at this time; they decay from here.</summary>
    internal DateTimeOffset CountedAt { get; init; }

    internal double Inherited { get; init; }

    internal double Taken { get; init; }

    /// <summary>What the conversations weigh now, in own conversations.</summary>
    public double Cognitive(LoadOptions options) =>
        (Own * options.OwnWeight) + (Watched * options.WatchedWeight) + (Supervised * options.SupervisedWeight);

    /// <summary>Aggravation inherited, halved with every half-life since; 1 is one furious customer just now.</summary>
    public double Emotional(DateTimeOffset now, LoadOptions options) => Inherited * Decay(now, options);

    /// <summary>Conversations taken lately, decaying likewise: what fairness compares.</summary>
    public double Share(DateTimeOffset now, LoadOptions options) => Taken * Decay(now, options);

    /// <summary>How many more emotional cases the caps allow now; 0 for none.</summary>
    public int EmotionalRoom(DateTimeOffset now, LoadOptions options) => Math.Max(0, Math.Min(
        options.MostEmotionalPerHour - EmotionalTaken.Count(taken => taken > now - Hour),
        options.MostEmotionalInRow - InRow(now, options)));

    /// <summary>Emotional cases in a row as they count now: a row is forgotten after a while.</summary>
    public int InRow(DateTimeOffset now, LoadOptions options) =>
        EmotionalTaken.Length > 0 && EmotionalTaken[^1] > now - options.RowForgottenAfter ? EmotionalInRow : 0;

    /// <summary>The load with one more conversation of this aggravation, 0 to 1.</summary>
    public WorkerLoad Takes(DateTimeOffset now, double aggravation, LoadOptions options)
    {
        var decay = Decay(now, options);
        var isEmotional = aggravation >= options.EmotionalFrom;
        return this with
        {
            Own = Own + 1,
            IdleSince = null,
            CountedAt = now,
            Inherited = (Inherited * decay) + aggravation,
            Taken = (Taken * decay) + 1,
            EmotionalInRow = isEmotional ? InRow(now, options) + 1 : 0,
            EmotionalTaken = isEmotional ? [.. EmotionalTaken.Where(taken => taken > now - Hour), now] : EmotionalTaken,
        };
    }

    /// <summary>The load when a conversation of this aggravation is over for the worker; after a hard one a breather begins.</summary>
    public WorkerLoad Ends(DateTimeOffset now, double aggravation, LoadOptions options) => this with
    {
        Own = Math.Max(0, Own - 1),
        IdleSince = Own <= 1 ? now : null,
        BreatherUntil = aggravation >= options.HardFrom && options.Breather > TimeSpan.Zero ? now + options.Breather : BreatherUntil,
    };

    private double Decay(DateTimeOffset now, LoadOptions options) =>
        now <= CountedAt ? 1 : Math.Pow(0.5, (now - CountedAt) / options.EmotionalHalfLife);
}
