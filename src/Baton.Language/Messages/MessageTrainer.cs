namespace Baton.Language;

/// <summary>Trains the models of feeling, dissatisfaction and asking for a person from labelled messages.</summary>
internal sealed class MessageTrainer(TrainedModel emotion)
{
    private const int Folds = 5;

    // Probabilities are fitted to messages of this weight alone; the others only teach words.
    private const float CorpusWeight = 1;

    // Chosen by three folds over the corpus's train and dev splits.
    private static readonly LogisticOptions _ofFeeling = new(MessageFeatures.Buckets, Epochs: 24, Rate: 0.3f, Decay: 0.0001f, LeastExamples: 2);
    private static readonly LogisticOptions _ofPerson = _ofFeeling with { Decay = 0.0005f };

    /// <summary>
    /// How much words and letters count for dissatisfaction. What a conversation is about says little about it in another trade; with a
    /// quarter, trades left out of the training are read better.
    /// </summary>
    private const float WordShare = 0.25f;

    /// <summary>Trains all three and fits their probabilities to predictions for folds left out.</summary>
    /// <param name="messages">What to learn from; messages without a label do not count for its model.</param>
    /// <param name="origin">Where they come from, for the files.</param>
    /// <param name="start">Models to correct; null to begin from what the word patterns say.</param>
    public MessageModels Train(IReadOnlyList<LabelledMessage> messages, string origin, MessageModels? start = null)
    {
        var vectors = messages.Select(message => (Message: message, Vector: Vector(message))).ToList();
        var felt = vectors.Where(one => one.Message.Feeling is not null).ToList();
        var asked = vectors.Where(one => one.Message.AsksForPerson is not null).ToList();
        return new MessageModels(
            emotion,
            TrainFeeling(start?.Feeling.Linear ?? MessageFeatures.PatternsOfFeeling, [.. felt.Select(one => new Item(one.Message.Group, new TrainingExample(one.Vector, (int)one.Message.Feeling!.Value, one.Message.Weight)))], origin),
            TrainDissatisfaction(start?.Dissatisfaction.Linear, [.. vectors.Where(one => one.Message.IsDissatisfied is not null).Select(one => new Item(one.Message.Group, new TrainingExample(MessageFeatures.WeighWords(one.Vector, WordShare), one.Message.IsDissatisfied!.Value ? 1 : 0, one.Message.Weight)))], origin),
            TrainYesNo("person", _ofPerson, start?.Person.Linear ?? MessageFeatures.PatternOfPerson, [.. asked.Select(one => new Item(one.Message.Group, new TrainingExample(one.Vector, one.Message.AsksForPerson!.Value ? 1 : 0, one.Message.Weight)))], origin));
    }

    /// <summary>The features of a message as the reader sees them.</summary>
    public FeatureVector Vector(LabelledMessage labelled)
    {
        var message = Spelling.Shipped.Repair(new MessageText(labelled.Text));
        var language = LanguageIdentification.Identify(message, labelled.Language);
        var cues = new CommandCues(message, language, labelled.Language);
        var features = MessageFeatures.OfThread;
        features.Collect(message.Text, labelled.Before, new FeelingCues(message, language, labelled.Language), cues.Has(CueNames.Person), emotion.Linear);
        return features.Buffer.ToVector();
    }

    private static TrainedModel TrainFeeling(LinearModel start, IReadOnlyList<Item> items, string origin)
    {
        var classes = Enum.GetNames<Feeling>();
        var heldOut = HeldOut(items, classes, _ofFeeling, start).Select(one => (one.Scores, one.Item.Example.Label)).ToList();
        var temperature = TemperatureScaling.Fit(heldOut);
        var decision = FeelingDecision.Fit([.. heldOut.Select(one => (Probabilities(one.Scores, temperature), one.Label))]);
        var settings = new Dictionary<string, double>(decision.Settings) { ["temperature"] = temperature };
        return new TrainedModel("feeling", LogisticTrainer.Train(classes, Examples(items), _ofFeeling, start), settings, origin);
    }

    private static float[] Probabilities(float[] scores, float temperature)
    {
        var probabilities = scores.ToArray();
        Logistic.Softmax(probabilities, temperature);
        return probabilities;
    }

    private static TrainedModel TrainDissatisfaction(LinearModel? start, IReadOnlyList<Item> items, string origin)
    {
        var from = start is null ? MessageFeatures.PatternsOfDissatisfaction : MessageFeatures.WeighWords(start, 1 / WordShare);
        var model = TrainYesNo("dissatisfaction", _ofFeeling, from, items, origin);
        return model with { Linear = MessageFeatures.WeighWords(model.Linear, WordShare) };
    }

    private static TrainedModel TrainYesNo(string name, LogisticOptions options, LinearModel start, IReadOnlyList<Item> items, string origin)
    {
        var heldOut = HeldOut(items, ["yes"], options, start).Select(one => ((double)one.Scores[0], one.Item.Example.Label == 1)).ToList();
        var scaling = PlattScaling.Fit(heldOut);
        return new TrainedModel(name, LogisticTrainer.Train(["yes"], Examples(items), options, start), new Dictionary<string, double> { ["slope"] = scaling.Slope, ["offset"] = scaling.Offset }, origin);
    }

    /// <summary>Scores of every full-weight item by a model that has not seen its group.</summary>
    private static IEnumerable<(Item Item, float[] Scores)> HeldOut(IReadOnlyList<Item> items, string[] classes, LogisticOptions options, LinearModel start)
    {
        foreach (var (train, test) in GroupSplit.Folds(items, item => item.Group, Folds))
        {
            var model = LogisticTrainer.Train(classes, Examples(train), options, start);
            foreach (var item in test.Where(item => item.Example.Weight == CorpusWeight))
            {
                var scores = new float[classes.Length];
                model.Score(item.Example.Vector.Indexes, item.Example.Vector.Values, scores);
                yield return (item, scores);
            }
        }
    }

    private static List<TrainingExample> Examples(IReadOnlyList<Item> items) => [.. items.Select(item => item.Example)];

    private sealed record Item(string Group, TrainingExample Example);
}
