using BenchmarkDotNet.Attributes;

namespace Baton.Language.Benchmarks;

/// <summary>What reading one message costs: the models alone, the whole reading, and loading the models.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private static readonly string[] _texts =
    [
        "where is my parcel?",
        "I have told you three times now that the address is wrong, and you keep sending me the same link. Can somebody please just change it?",
        "Guten Tag, ich warte seit zwei Wochen auf meine Rückerstattung und niemand meldet sich.",
        "我的订单在哪里？已经等了三天了",
        "thanks, that worked!",
    ];

    private static readonly Turn[] _before = [new("customer", "please change my address"), new("agent", "You can find your address under Settings."), new("customer", "it is not there"), new("agent", "I'm sorry, I did not understand.")];

    private readonly EmbeddedInterpreter _interpreter = new();
    private readonly MessageFeatures _features = MessageFeatures.OfThread;
    private readonly MessageModels _models = MessageModels.Shipped;
    private readonly WordVectors _words = new(MessageModels.Shipped.Words.Linear);
    private readonly float[] _scores = new float[6];
    private (string Text, FeelingCues Cues)[] _read = [];
    private int _next;

    [GlobalSetup]
    public void Prepare() => _read = [.. _texts.Select(text => (text, new FeelingCues(new MessageText(text), new IdentifiedLanguage("en", true), "en")))];

    /// <summary>Features and scores of the three models, patterns already found.</summary>
    [Benchmark(Baseline = true)]
    public float Models()
    {
        var (text, cues) = _read[_next++ % _read.Length];
        _features.Collect(text, _before, cues, hasPersonCue: false, _models.Emotion.Linear, _words);
        _models.Feeling.Linear.Score(_features.Buffer.Indexes, _features.Buffer.Values, _scores);
        _models.Dissatisfaction.Linear.Score(_features.Buffer.Indexes, _features.Buffer.Values, _scores.AsSpan(0, 1));
        _models.Person.Linear.Score(_features.Buffer.Indexes, _features.Buffer.Values, _scores.AsSpan(0, 1));
        return _scores[0];
    }

    /// <summary>Language, patterns, commands, feeling and all.</summary>
    [Benchmark]
    public Reading WholeReading() =>
        _interpreter.Read(new ReadingRequest { Text = _texts[_next++ % _texts.Length], Now = DateTimeOffset.UnixEpoch, Course = _before });

    /// <summary>All models from their files.</summary>
    [Benchmark]
    public object Load() => MessageModels.LoadFolder(Path.GetTempPath());
}
