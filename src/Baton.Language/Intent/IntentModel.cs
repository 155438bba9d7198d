using System.Numerics.Tensors;

namespace Baton.Language;

/// <summary>
/// Tells intents apart from few examples: a logistic regression over hashed words, letters and concepts, with "none of these" as a
/// class of its own learned from everyday sentences, and the nearest example as a second opinion. A list with thousands of examples
/// gets a small network beside the regression and a calibration of its own, which takes seconds to learn.
/// </summary>
internal sealed class IntentModel
{
    /// <summary>From so many examples on, more is learned than in the blink of an eye.</summary>
    public const int ManyExamples = 3000;

    private const float NoneWeight = 0.5f;
    private const float TooClose = 0.5f;
    private const int HeldOutShare = 10;

    private readonly string[] _names;
    private readonly IntentCalibration _calibration;
    private readonly ExampleIndex _examples;
    private readonly LinearModel _linear;
    private readonly LinearModel _foreign;
    private readonly EncoderClassifier? _network;
    private readonly int _classes;
    private readonly HashSet<string> _languages;

    /// <param name="intents">What can be wanted.</param>
    /// <param name="none">Sentences that want none of them, beside the everyday ones.</param>
    public IntentModel(IReadOnlyList<IntentDefinition> intents, IReadOnlyList<string>? none = null)
        : this(intents, none ?? [], intents.Sum(intent => intent.Examples.Count) >= ManyExamples ? FitOwn(intents, none ?? []) : IntentCalibration.FewExamples)
    {
    }

    private IntentModel(IReadOnlyList<IntentDefinition> intents, IReadOnlyList<string> none, IntentCalibration calibration)
    {
        _calibration = calibration;
        _names = [.. intents.Select(intent => intent.Name)];
        _languages = [.. intents.SelectMany(intent => intent.Examples).Select(LanguageOf).OfType<string>()];
        _classes = _names.Length + 1;
        var wanted = intents.SelectMany((intent, number) => intent.Examples.Append(intent.Name.Replace('-', ' ').Replace('_', ' ')).Select(example => (Words: IntentWords.Of(example), Intent: number)))
            .Select(example => (example.Words, Features: Read(example.Words), example.Intent))
            .Where(example => example.Features.Indexes.Length > 0).ToList();
        var everyday = Background.Sentences.Select(Read).ToList();
        _examples = new ExampleIndex([.. wanted.Select(example => (example.Features, example.Intent))], everyday);
        everyday.RemoveAll(IsTooClose);
        everyday.AddRange(none.Select(text => Read(IntentWords.Of(text))));
        var isMany = wanted.Count >= ManyExamples;
        var all = wanted.Select(example => new TrainingExample(example.Features, example.Intent))
            .Concat(everyday.Select(features => new TrainingExample(features, _classes - 1, NoneWeight))).ToList();
        string[] classes = [.. _names, ""];
        var options = new LogisticOptions(IntentFeatures.Buckets, Epochs: 30, Rate: 0.5f, Decay: 0, Dropout: isMany ? 0.5f : 0.3f);
        _linear = LogisticTrainer.Train(classes, all, options);
        _foreign = LogisticTrainer.Train(classes, [.. Concepts(wanted.Select(example => (example.Words, example.Intent)).Concat(Background.Sentences.Select(text => (text, _classes - 1))))], options);
        _network = isMany ? EncoderTrainer.Train([.. all.Select(example => (example, 0, _classes))], _classes, new EncoderOptions(IntentFeatures.Buckets)) : null;
    }

    /// <summary>Intents by probability, best first; what is missing to 1 is the probability that it is none of them.</summary>
    /// <param name="words">The words of a message or sentence.</param>
    /// <param name="language">Its language, where it shows one; null otherwise.</param>
    public IReadOnlyList<IntentScore> Score(string words, string? language = null) =>
        [.. Judge(words, language).Select(opinion => new IntentScore(opinion.Intent, _calibration.Probability(opinion))).OrderByDescending(score => score.Probability)];

    /// <summary>What the model and the nearest examples say about each intent; empty when there is nothing to go by.</summary>
    public List<IntentOpinion> Judge(string words, string? language = null)
    {
        if (_names.Length == 0 || words.Length == 0)
            return [];
        var isForeign = language is not null && _languages.Count > 0 && !_languages.Contains(language);
        var features = IntentFeatures.OfThread.Vector(words, isForeign);
        if (features.Indexes.Length == 0)
            return [];
        var scores = new float[_classes];
        (isForeign ? _foreign : _linear).Score(features.Indexes, features.Values, scores);
        Logistic.Softmax(scores);
        if (_network is not null && !isForeign)
            Join(scores, features, _network);
        var nearest = new float[_names.Length];
        _examples.Nearest(features, nearest);
        return [.. _names.Select((name, intent) => new IntentOpinion(name, scores[intent], nearest[intent], HighestOther(nearest, intent)))];
    }

    /// <summary>Learns from nine tenths of the examples how sure the model may be on the last.</summary>
    private static IntentCalibration FitOwn(IReadOnlyList<IntentDefinition> intents, IReadOnlyList<string> none)
    {
        var learned = intents.Select(intent => intent with { Examples = [.. intent.Examples.Where((_, number) => number % HeldOutShare != 0)] }).ToList();
        var model = new IntentModel(learned, [.. none.Where((_, number) => number % 2 != 0)], IntentCalibration.FewExamples);
        var wanted = intents.SelectMany(intent => intent.Examples.Where((_, number) => number % HeldOutShare == 0).Select(text => new IntentOutcome(intent.Name, model.Judge(IntentWords.Of(text)))));
        var unwanted = none.Where((_, number) => number % 2 == 0).Select(text => new IntentOutcome(null, model.Judge(IntentWords.Of(text))));
        return IntentCalibration.Fit([.. wanted, .. unwanted]);
    }

    /// <summary>The geometric mean of both models' probabilities.</summary>
    private static void Join(float[] scores, FeatureVector features, EncoderClassifier network)
    {
        var others = new float[scores.Length];
        network.Score(features.Indexes, features.Values, others);
        Logistic.Softmax(others);
        for (var @class = 0; @class < scores.Length; @class++)
            scores[@class] = MathF.Sqrt(scores[@class] * others[@class]);
        TensorPrimitives.Divide(scores, TensorPrimitives.Sum<float>(scores), scores);
    }

    /// <summary>Texts by their concepts alone: these carry a message in a language that no example has.</summary>
    private IEnumerable<TrainingExample> Concepts(IEnumerable<(string Words, int Intent)> texts) =>
        texts.Select(text => new TrainingExample(IntentFeatures.OfThread.Vector(text.Words, isForeign: true), text.Intent, text.Intent == _classes - 1 ? NoneWeight : 1)).Where(example => example.Vector.Indexes.Length > 0);

    private static string? LanguageOf(string example) =>
        LanguageIdentification.Identify(new MessageText(example), "") is { IsShown: true } language ? language.Code : null;

    private static FeatureVector Read(string words) => IntentFeatures.OfThread.Vector(words);

    private bool IsTooClose(FeatureVector features)
    {
        var nearest = new float[_names.Length];
        _examples.Nearest(features, nearest);
        return Array.Exists(nearest, likeness => likeness > TooClose);
    }

    private static float HighestOther(float[] nearest, int intent)
    {
        var highest = 0f;
        for (var other = 0; other < nearest.Length; other++)
        {
            if (other != intent)
                highest = Math.Max(highest, nearest[other]);
        }

        return highest;
    }
}
