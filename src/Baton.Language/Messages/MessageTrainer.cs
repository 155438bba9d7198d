namespace Baton.Language;

/// <summary>Trains the models of feeling, dissatisfaction and asking for a person from labelled messages.</summary>
internal sealed class MessageTrainer(TrainedModel words, TrainedModel emotion)
{
    private readonly WordVectors _words = new(words.Linear);

    private const int Folds = 5;

    // Everyday turns are surely no request for a person, though not surely neutral: here they count more.
    private const float LeastPersonWeight = 0.3f;

    // Probabilities are fitted to messages of this weight alone; the others only teach words.
    private const float CorpusWeight = 1;

    // Chosen by three folds over the corpus's train and dev splits.
    private static readonly LogisticOptions _ofFeeling = new(MessageFeatures.Buckets, Epochs: 24, Rate: 0.3f, Decay: 0.0001f, LeastExamples: 2);
    private static readonly LogisticOptions _ofPerson = _ofFeeling with { Decay = 0.0005f };

    private static readonly LogisticOptions _ofTeam = _ofFeeling with { Epochs = 8, Rate = 0.1f, Decay = 0.01f };

    /// <summary>
    /// How much words and letters count for dissatisfaction. What a conversation is about says little about it in another trade; with a
    /// quarter, trades left out of the training are read better.
    /// </summary>
    private const float WordShare = 0.25f;

    /// <summary>Trains all three and fits their probabilities to predictions for folds left out.</summary>
    /// <param name="messages">What to learn from; messages without a label do not count for its model.</param>
    /// <param name="origin">Where they come from, for the files.</param>
    public MessageModels Train(IReadOnlyList<LabelledMessage> messages, string origin)
    {
        var vectors = messages.Select(message => (Message: message, Vector: Vector(message))).ToList();
        var felt = vectors.Where(one => one.Message.Feeling is not null).ToList();
        var asked = vectors.Where(one => one.Message.AsksForPerson is not null).ToList();
        var judged = vectors.Where(one => one.Message.IsDissatisfied is not null).ToList();
        return new MessageModels(
            words,
            emotion,
            TrainFeeling(MessageFeatures.PatternsOfFeeling, [.. felt.Select(one => new Item(one.Message.Group, new TrainingExample(one.Vector, (int)one.Message.Feeling!.Value, one.Message.Weight)))], origin),
            TrainDissatisfaction(
                [.. judged.Select(one => Item.Of(one.Message, MessageFeatures.WeighWords(one.Vector, WordShare), one.Message.IsDissatisfied!.Value))],
                [.. judged.Where(one => one.Message.Dissatisfied is not null).Select(one => Item.Of(one.Message, one.Vector, one.Message.IsDissatisfied!.Value))],
                origin),
            TrainYesNo("person", _ofPerson, MessageFeatures.PatternOfPerson, [.. asked.Select(one => new Item(one.Message.Group, new TrainingExample(one.Vector, one.Message.AsksForPerson!.Value ? 1 : 0, Math.Max(one.Message.Weight, LeastPersonWeight))))], origin));
    }

    /// <summary>
    /// Corrects models with a team's messages. How sure they are stays as it was: a few hundred messages of one team teach words, not
    /// probabilities. A model none of the messages has a label for stays the same.
    /// </summary>
    public MessageModels Refit(IReadOnlyList<LabelledMessage> messages, MessageModels start)
    {
        const string origin = "Refitted from the shipped model with a team's own messages.";
        var vectors = messages.Select(message => (Message: message, Vector: Vector(message))).ToList();
        TrainedModel Correct(TrainedModel model, Func<LabelledMessage, int?> label)
        {
            var examples = vectors.Where(one => label(one.Message) is not null).Select(one => new TrainingExample(one.Vector, label(one.Message)!.Value, one.Message.Weight)).ToList();
            return examples.Count == 0 ? model : model with { Linear = LogisticTrainer.Train(model.Linear.Classes, examples, _ofTeam, model.Linear), Origin = origin };
        }

        return start with
        {
            Feeling = Correct(start.Feeling, message => (int?)message.Feeling),
            Dissatisfaction = Correct(start.Dissatisfaction, message => message.IsDissatisfied is { } isDissatisfied ? Convert.ToInt32(isDissatisfied) : null),
            Person = Correct(start.Person, message => message.AsksForPerson is { } asks ? Convert.ToInt32(asks) : null),
        };
    }

    /// <summary>The features of a message as the reader sees them.</summary>
    public FeatureVector Vector(LabelledMessage labelled)
    {
        var message = Spelling.Shipped.Repair(new MessageText(labelled.Text));
        var language = LanguageIdentification.Identify(message, labelled.Language);
        var cues = new CommandCues(message, language, labelled.Language);
        var features = MessageFeatures.OfThread;
        features.Collect(message.Text, labelled.Before, new FeelingCues(message, language, labelled.Language), cues.Has(CueNames.Person), emotion.Linear, language.Code == "en" ? _words : null);
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

    private static TrainedModel TrainDissatisfaction(IReadOnlyList<Item> items, IReadOnlyList<Item> friction, string origin)
    {
        var heldOut = HeldOut(items, ["yes"], _ofFeeling, MessageFeatures.PatternsOfDissatisfaction).ToList();
        var course = CourseExpert.Train([.. friction.Select(item => item.Example)]);
        var share = course.ShareBeside([.. heldOut.Select(one => (one.Item.Example, one.Scores[0]))]);
        var scaling = PlattScaling.Fit([.. heldOut.Select(one => (one.Scores[0] + (share * course.Score(one.Item.Example.Vector)), one.Item.Example.Label == 1))]);
        var words = MessageFeatures.WeighWords(LogisticTrainer.Train(["yes"], Examples(items), _ofFeeling, MessageFeatures.PatternsOfDissatisfaction), WordShare);
        return new TrainedModel(
            "dissatisfaction", words.Plus(course.Times((float)share)), new Dictionary<string, double> { ["slope"] = scaling.Slope, ["offset"] = scaling.Offset, ["course-share"] = share }, origin);
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

    private sealed record Item(string Group, TrainingExample Example)
    {
        public static Item Of(LabelledMessage message, FeatureVector vector, bool isYes) => new(message.Group, new TrainingExample(vector, isYes ? 1 : 0, message.Weight));
    }
}
