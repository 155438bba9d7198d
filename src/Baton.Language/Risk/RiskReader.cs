using Microsoft.Extensions.Options;

namespace Baton.Language;

/// <summary>What is to be expected of a conversation after a customer's turn.</summary>
/// <param name="Technical">Probability, 0 to 1, that it ends as a technical failure when nobody steps in.</param>
/// <param name="Emotional">Probability, 0 to 1, that the customer ends upset with the service when nobody steps in.</param>
/// <param name="Signals">What speaks for it, the gravest first; empty when nothing does.</param>
public sealed record RiskReading(double Technical, double Emotional, IReadOnlyList<RiskSignal> Signals)
{
    /// <summary>Nothing is to be feared.</summary>
    public static RiskReading None { get; } = new(0, 0, []);
}

/// <summary>
/// Reads the risk of a conversation from its whole course with the models that ship. It needs no network, takes some microseconds and
/// may be used from any thread.
/// </summary>
public sealed class RiskReader
{
    [ThreadStatic]
    private static RiskMeasures? _measures;

    [ThreadStatic]
    private static FeatureBuffer? _features;

    private readonly RiskModels _models;
    private readonly PlattScaling _technical, _emotional;

    private readonly double _shift;

    /// <summary>Reads with the shipped models, in a world where conversations fail as often as in the corpus they learned from.</summary>
    public RiskReader()
        : this(RiskModels.Shipped)
    {
    }

    /// <summary>Reads with the models of the options' folder, and the shipped ones where it has none.</summary>
    /// <param name="options">Where models of a team's own lie.</param>
    /// <param name="expectedFailures">
    /// The share of conversations, above 0 and below 1, that fail when nobody steps in. In the corpus it is about half; the probabilities
    /// are moved to this share (Saerens, Latinne, Decaestecker 2002).
    /// </param>
    /// <exception cref="InvalidDataException">A file of the folder is not a model of this version.</exception>
    public RiskReader(IOptions<LanguageOptions> options, double expectedFailures)
        : this(options?.Value.ModelsFolder is { Length: > 0 } folder ? RiskModels.LoadFolder(folder) : RiskModels.Shipped, expectedFailures)
    {
    }

    internal RiskReader(RiskModels models, double expectedFailures)
        : this(models)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(expectedFailures);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(expectedFailures, 1);
        var learned = _models.Technical.Setting("share") + _models.Emotional.Setting("share");
        _shift = Logistic.Logit(expectedFailures) - Logistic.Logit(learned);
    }

    internal RiskReader(RiskModels models)
    {
        _models = models;
        _technical = new PlattScaling(models.Technical.Setting("slope"), models.Technical.Setting("offset"));
        _emotional = new PlattScaling(models.Emotional.Setting("slope"), models.Emotional.Setting("offset"));
    }

    /// <summary>The codes of the signals it finds.</summary>
    public static IReadOnlySet<string> SignalCodes => RiskSignals.Codes;

    /// <summary>The risk after the last turn.</summary>
    /// <param name="turns">Oldest first; the last one is the customer's.</param>
    /// <exception cref="ArgumentException">There is no turn, or the last one is not the customer's.</exception>
    public RiskReading Read(IReadOnlyList<RiskTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        if (turns.Count == 0 || !turns[^1].IsCustomer)
            throw new ArgumentException("Risk is read after a customer's turn.", nameof(turns));
        var measures = _measures ??= new RiskMeasures();
        measures.Read(turns);
        var features = _features ??= new FeatureBuffer();
        features.Clear();
        measures.AddTo(features);
        return new RiskReading(
            Moved(_technical, Score(_models.Technical, features)),
            Moved(_emotional, Score(_models.Emotional, features)),
            RiskSignals.Of(measures, _models));
    }

    private double Moved(PlattScaling scaling, double score) => Logistic.Sigmoid((scaling.Slope * score) + scaling.Offset + _shift);

    private static double Score(TrainedModel model, FeatureBuffer features)
    {
        Span<float> score = stackalloc float[1];
        model.Linear.Score(features.Indexes, features.Values, score);
        return score[0];
    }
}
