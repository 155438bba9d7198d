namespace Baton.Language;

/// <summary>Corrects the judge's models with what a team's workers said of replies. Probabilities and thresholds stay as they were.</summary>
internal sealed class ReplyRefit(WordVectors vectors)
{
    private const string Origin = "Refitted from the shipped model with what a team's workers said of replies.";

    private static readonly LogisticOptions _options = new(ReplyFeatures.Buckets, Epochs: 8, Rate: 0.1f, Decay: 0.01f);

    /// <summary>A model that none of the marks speaks of stays the same.</summary>
    public ReplyModels Refit(IReadOnlyList<MarkedReply> marks, ReplyModels start)
    {
        var features = new ReplyFeatures(vectors);
        var linear = start.Reply.Linear;
        foreach (var ofFault in marks.Where(mark => mark.Code != MarkedReply.Claim).GroupBy(mark => MarkedReply.Faults[mark.Code], StringComparer.Ordinal))
        {
            var fault = linear.Classes.ToList().IndexOf(ofFault.Key);
            var examples = ofFault.Select(mark => new TrainingExample(features.Collect(new ReplyReading(mark.Reply)).ToVector(), mark.IsFault ? 1 : 0)).ToList();
            linear = linear.With(fault, LogisticTrainer.Train(["yes"], examples, _options, linear.Of(fault)));
        }

        return new ReplyModels(
            ReferenceEquals(linear, start.Reply.Linear) ? start.Reply : start.Reply with { Linear = linear, Origin = Origin },
            Claims([.. marks.Where(mark => mark.Code == MarkedReply.Claim)], start.Claim));
    }

    /// <summary>
    /// A worker says that some claim of the reply has no source, not which: it is taken for the clause that looks most like it. That none
    /// lacks a source is said of every clause.
    /// </summary>
    private TrainedModel Claims(IReadOnlyList<MarkedReply> marks, TrainedModel start)
    {
        var features = new ClauseFeatures(vectors);
        var examples = new List<TrainingExample>();
        foreach (var mark in marks)
        {
            var reading = new ReplyReading(mark.Reply);
            var clauses = Enumerable.Range(0, reading.Clauses.Count).Select(clause => features.Collect(reading, clause).ToVector()).ToList();
            if (mark.IsFault && clauses.Count > 0)
                examples.Add(new TrainingExample(clauses.MaxBy(clause => Score(start.Linear, clause))!, 1));
            else
                examples.AddRange(clauses.Select(clause => new TrainingExample(clause, 0)));
        }

        return examples.Count == 0 ? start : start with { Linear = LogisticTrainer.Train(start.Linear.Classes, examples, _options, start.Linear), Origin = Origin };
    }

    private static float Score(LinearModel model, FeatureVector vector)
    {
        Span<float> score = stackalloc float[1];
        model.Score(vector.Indexes, vector.Values, score);
        return score[0];
    }
}
