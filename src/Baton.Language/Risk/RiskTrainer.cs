namespace Baton.Language;

/// <summary>Trains the models of risk from conversations whose end is known.</summary>
internal static class RiskTrainer
{
    private const int Folds = 5;

    // Chosen by folds over the corpus's train and dev splits.
    private static readonly LogisticOptions _options = new(RiskModels.Buckets, Epochs: 60, Rate: 0.1f, Decay: 0.002f);

    private static readonly IEnumerable<int> _features = Enumerable.Range(0, RiskModels.Buckets);

    // What cannot make a failure likelier, whatever a set says: in one, simulated customers thank and leave when their task was not done.
    private static readonly RiskMeasure[] _reliefs =
    [
        RiskMeasure.Thanks, RiskMeasure.Accepts, RiskMeasure.Closes, RiskMeasure.Satisfied, RiskMeasure.ToolDone, RiskMeasure.ToolsDoneOften, RiskMeasure.ThanksAfterTool,
    ];

    /// <summary>Learns from every customer's turn of every conversation; the probabilities are fitted to conversations left out.</summary>
    /// <param name="conversations">What to learn from.</param>
    /// <param name="origin">Where they come from, for the files.</param>
    public static RiskModels Train(IReadOnlyList<RiskConversation> conversations, string origin)
    {
        var items = conversations.SelectMany(Items).ToList();
        return new RiskModels(
            Train(RiskModels.TechnicalName, items, ConversationEnd.Technical, origin),
            Train(RiskModels.EmotionalName, items, ConversationEnd.Emotional, origin));
    }

    /// <summary>The measures of the last turn, as a vector.</summary>
    public static FeatureVector Vector(RiskMeasures measures)
    {
        var buffer = new FeatureBuffer();
        measures.AddTo(buffer);
        return buffer.ToVector();
    }

    private static IEnumerable<Item> Items(RiskConversation conversation)
    {
        var measures = new RiskMeasures();
        foreach (var place in conversation.CustomerTurns)
        {
            measures.Read(conversation.Until(place));
            yield return new Item(conversation, Vector(measures));
        }
    }

    private static TrainedModel Train(string name, IReadOnlyList<Item> items, ConversationEnd end, string origin)
    {
        var heldOut = new List<(double Score, bool IsYes)>();
        foreach (var (train, test) in GroupSplit.Folds(items, item => item.Conversation.Group, Folds))
        {
            var model = Learn(Examples(train, end), _options, _features);

            // Probabilities are fitted to the corpus alone: how often software fails on somebody's test desk says nothing of others.
            foreach (var item in test.Where(item => item.Conversation.Weight >= 1))
                heldOut.Add((Score(model, item.Vector), item.Conversation.End == end));
        }

        var scaling = PlattScaling.Fit(heldOut);
        var settings = new Dictionary<string, double> { ["slope"] = scaling.Slope, ["offset"] = scaling.Offset, ["share"] = Share(items, end) };
        return new TrainedModel(name, Learn(Examples(items, end), _options, _features), settings, origin);
    }

    /// <summary>Learns without the measures that would say what nobody should believe.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="options">How.</param>
    /// <param name="features">The features that may be learned.</param>
    /// <param name="start">The model to correct; null to begin anew.</param>
    public static LinearModel Learn(IReadOnlyList<TrainingExample> examples, LogisticOptions options, IEnumerable<int> features, LinearModel? start = null)
    {
        var may = features.ToHashSet();

        // In everyday chats people ask further questions because all goes well.
        may.Remove((int)RiskMeasure.AsksAgain);
        while (true)
        {
            var model = LogisticTrainer.Train(["yes"], examples, options, start, may);
            var wrong = _reliefs.Select(measure => (int)measure).Where(measure => may.Contains(measure) && model.Weight(measure, 0) > 0).ToList();
            if (wrong.Count == 0) return model;
            may.ExceptWith(wrong);
        }
    }

    /// <summary>How much one of a customer's turns counts: conversations count alike, however long they are.</summary>
    public static float WeightOfTurn(int turns) => 4f / Math.Max(turns, 2);

    private static List<TrainingExample> Examples(IEnumerable<Item> items, ConversationEnd end) =>
        [.. items.Select(item => new TrainingExample(item.Vector, item.Conversation.End == end ? 1 : 0, item.Conversation.Weight * WeightOfTurn(item.Conversation.CustomerTurns.Count)))];

    private static double Share(IReadOnlyList<Item> items, ConversationEnd end) => items.Average(item => item.Conversation.End == end ? 1.0 : 0);

    /// <summary>The log-odds that a model gives.</summary>
    public static double Score(LinearModel model, FeatureVector vector)
    {
        Span<float> score = stackalloc float[1];
        model.Score(vector.Indexes, vector.Values, score);
        return score[0];
    }

    private sealed record Item(RiskConversation Conversation, FeatureVector Vector);
}
