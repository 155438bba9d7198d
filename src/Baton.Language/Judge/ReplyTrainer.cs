namespace Baton.Language;

/// <summary>Trains the judge's models on labelled replies, and chooses thresholds on others.</summary>
internal sealed class ReplyTrainer(WordVectors vectors)
{
    private const int Folds = 5;

    private static readonly LogisticOptions _options = new(ReplyFeatures.Buckets, Epochs: 24, Rate: 0.2f, Decay: 0.002f, LeastExamples: 3, Dropout: 0.2f);

    // Of all clauses few are unsupported: those count more.
    private const float ClauseWeight = 3;

    /// <summary>Learns from <paramref name="train"/>; probabilities are fitted to folds of it left out, thresholds to <paramref name="dev"/> beside them.</summary>
    public ReplyModels Train(IReadOnlyList<LabelledReply> train, IReadOnlyList<LabelledReply> dev, string origin)
    {
        var features = new ReplyFeatures(vectors);
        var clauses = new ClauseFeatures(vectors);
        var items = Items(train, features);
        var settings = new Dictionary<string, double>(StringComparer.Ordinal);
        var held = Items(dev, features);
        var models = new List<LinearModel>();
        for (var fault = 0; fault < ReplyModels.Faults.Count; fault++)
        {
            var own = Labelled(items, fault);
            var scaling = Scaling(own, out var heldOut);
            var model = LogisticTrainer.Train(["yes"], [.. own.Select(item => item.Example)], _options);
            var chosen = Labelled(held, fault).Select(item => (scaling.Probability(Score(model, item.Example.Vector)), item.Example.Label == 1)).Concat(heldOut).ToList();
            settings[ReplyModels.Faults[fault] + "-slope"] = scaling.Slope;
            settings[ReplyModels.Faults[fault] + "-offset"] = scaling.Offset;
            settings[ReplyModels.Faults[fault] + "-threshold"] = BestThreshold(chosen);
            settings[ReplyModels.Faults[fault] + "-held-out-f1"] = Ranking.At(chosen, settings[ReplyModels.Faults[fault] + "-threshold"]).F1;
            settings[ReplyModels.Faults[fault] + "-held-out-auc"] = Ranking.AreaUnderCurve(chosen);
            models.Add(model);
        }

        var claim = TrainClaim(train, dev, clauses, origin);
        return new ReplyModels(new TrainedModel("reply", Together(models), settings, origin), claim);
    }

    private static TrainedModel TrainClaim(IReadOnlyList<LabelledReply> train, IReadOnlyList<LabelledReply> dev, ClauseFeatures features, string origin)
    {
        var items = Clauses(train, features).ToList();
        var heldOut = new List<(string Key, double Score, bool IsYes, bool IsReply)>();
        foreach (var (left, test) in GroupSplit.Folds(items, item => item.Group, Folds))
        {
            var model = LogisticTrainer.Train(["yes"], [.. left.Select(item => item.Example)], _options);
            heldOut.AddRange(test.Select(item => (item.Key, Score(model, item.Example.Vector), item.Example.Label == 1, item.IsReply)));
        }

        var scaling = PlattScaling.Fit([.. heldOut.Select(one => (one.Score, one.IsYes))]);
        var linear = LogisticTrainer.Train(["yes"], [.. items.Select(item => item.Example)], _options);
        var chosen = heldOut.Concat(Clauses(dev, features).Select(item => (item.Key, Score: Score(linear, item.Example.Vector), item.Example.Label == 1, item.IsReply)))
            .GroupBy(one => one.Key, StringComparer.Ordinal).Select(reply => (scaling.Probability(reply.Max(one => one.Score)), reply.First().IsReply)).ToList();
        return new TrainedModel("claim", linear, new Dictionary<string, double> { ["slope"] = scaling.Slope, ["offset"] = scaling.Offset, ["threshold"] = SureThreshold(chosen), ["held-out-f1"] = Ranking.At(chosen, SureThreshold(chosen)).F1, ["held-out-auc"] = Ranking.AreaUnderCurve(chosen) }, origin);
    }

    private static List<(string Group, FeatureVector Vector, LabelledReply Reply)> Items(IReadOnlyList<LabelledReply> replies, ReplyFeatures features) =>
        [.. replies.Select(reply => (reply.Scenario, features.Collect(new ReplyReading(reply.Reply)).ToVector(), reply))];

    private static List<Item> Labelled(List<(string Group, FeatureVector Vector, LabelledReply Reply)> items, int fault)
    {
        var yes = items.Count(item => item.Reply.Faults[fault]);
        var weight = Math.Clamp(MathF.Sqrt((items.Count - yes) / (float)Math.Max(1, yes)), 1, 4);
        return [.. items.Select(item => new Item(item.Group, "", item.Reply.Faults[fault], new TrainingExample(item.Vector, item.Reply.Faults[fault] ? 1 : 0, item.Reply.Faults[fault] ? weight : 1)))];
    }

    private static IEnumerable<Item> Clauses(IReadOnlyList<LabelledReply> replies, ClauseFeatures features)
    {
        for (var number = 0; number < replies.Count; number++)
        {
            var reading = new ReplyReading(replies[number].Reply);
            var message = reading.Reply.Message;
            for (var clause = 0; clause < reading.Clauses.Count; clause++)
            {
                var (start, stop) = (message.Words[reading.Clauses[clause].FirstWord].Start, message.Words[reading.Clauses[clause].EndWord - 1].End);
                var isYes = replies[number].Unsupported.Any(span => span.Start < stop && start < span.Start + span.Length);
                yield return new Item(replies[number].Scenario, replies[number].Scenario + number, replies[number].Unsupported.Count > 0, new TrainingExample(features.Collect(reading, clause).ToVector(), isYes ? 1 : 0, isYes ? ClauseWeight : 1));
            }
        }
    }

    private static PlattScaling Scaling(List<Item> items, out List<(double Probability, bool IsYes)> heldOut)
    {
        var scored = new List<(double Score, bool IsYes)>();
        foreach (var (train, test) in GroupSplit.Folds(items, item => item.Group, Folds))
        {
            var model = LogisticTrainer.Train(["yes"], [.. train.Select(item => item.Example)], _options);
            scored.AddRange(test.Select(item => (Score(model, item.Example.Vector), item.Example.Label == 1)));
        }

        var scaling = PlattScaling.Fit(scored);
        heldOut = [.. scored.Select(one => (scaling.Probability(one.Score), one.IsYes))];
        return scaling;
    }

    private static double Score(LinearModel model, FeatureVector vector)
    {
        Span<float> score = stackalloc float[1];
        model.Score(vector.Indexes, vector.Values, score);
        return score[0];
    }

    /// <summary>The threshold with the highest F1.</summary>
    private static double BestThreshold(IReadOnlyList<(double Probability, bool IsYes)> scored) =>
        Enumerable.Range(5, 80).Select(percent => percent / 100.0).MaxBy(threshold => Ranking.At(scored, threshold).F1);

    /// <summary>The threshold with the highest F0.5: a false alarm counts more than a miss.</summary>
    private static double SureThreshold(IReadOnlyList<(double Probability, bool IsYes)> scored) =>
        Enumerable.Range(5, 80).Select(percent => percent / 100.0).MaxBy(threshold => Ranking.At(scored, threshold) is var (precision, recall, _) && precision + recall > 0 ? 1.25 * precision * recall / ((0.25 * precision) + recall) : 0);

    /// <summary>Models of one class each as one model with a class each.</summary>
    private static LinearModel Together(List<LinearModel> models)
    {
        var rowOf = new int[ReplyFeatures.Buckets];
        var rows = 0;
        for (var feature = 0; feature < rowOf.Length; feature++)
            rowOf[feature] = models.Exists(model => model.RowOf[feature] >= 0) ? rows++ : -1;
        var weights = new float[rows * models.Count];
        for (var feature = 0; feature < rowOf.Length; feature++)
        {
            for (var model = 0; model < models.Count && rowOf[feature] >= 0; model++)
                weights[(rowOf[feature] * models.Count) + model] = models[model].Weight(feature, 0);
        }

        return new LinearModel(ReplyModels.Faults, rowOf, weights, [.. models.Select(model => model.Bias[0])]);
    }

    private sealed record Item(string Group, string Key, bool IsReply, TrainingExample Example);
}
