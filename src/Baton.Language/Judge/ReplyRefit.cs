namespace Baton.Language;

/// <summary>
/// Corrects the judge's models with what a team's workers said of replies. Only words learn: a few marks, nearly all in one direction, must
/// not move what the models know of replies in general, nor how often they find a fault at all. Probabilities and thresholds stay as they were.
/// </summary>
internal sealed class ReplyRefit(WordVectors vectors)
{
    private const string Origin = "Refitted from the shipped model with what a team's workers said of replies.";

    private static readonly LogisticOptions _options = new(ReplyFeatures.Buckets, Epochs: 8, Rate: 0.05f, Decay: 0.02f);

    private readonly ReplyFeatures _ofReply = new(vectors);
    private readonly ClauseFeatures _ofClause = new(vectors);

    /// <summary>A model that none of the marks speaks of stays the same.</summary>
    public ReplyModels Refit(IReadOnlyList<MarkedReply> marks, ReplyModels start)
    {
        var linear = start.Reply.Linear;
        foreach (var ofFault in marks.Where(mark => mark.Code != MarkedReply.Claim).GroupBy(mark => MarkedReply.Faults[mark.Code], StringComparer.Ordinal))
        {
            var words = new HashSet<int>();
            var fault = linear.Classes.ToList().IndexOf(ofFault.Key);
            var examples = Once(ofFault).Select(mark => new TrainingExample(Vector(_ofReply.Collect(new ReplyReading(mark.Reply)), _ofReply.WordsFrom, words), mark.IsFault ? 1 : 0)).ToList();
            linear = linear.With(fault, Correct(linear.Of(fault), examples, words));
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
        var words = new HashSet<int>();
        var examples = new List<TrainingExample>();
        foreach (var mark in Once(marks))
        {
            var reading = new ReplyReading(mark.Reply);
            var clauses = Enumerable.Range(0, reading.Clauses.Count).Select(clause => Vector(_ofClause.Collect(reading, clause), _ofClause.WordsFrom, words)).ToList();
            if (mark.IsFault && clauses.Count > 0)
                examples.Add(new TrainingExample(clauses.MaxBy(clause => Score(start.Linear, clause))!, 1));
            else
                examples.AddRange(clauses.Select(clause => new TrainingExample(clause, 0)));
        }

        return examples.Count == 0 ? start : start with { Linear = Correct(start.Linear, examples, words), Origin = Origin };
    }

    /// <summary>A reply that was marked often is one text to learn, and its last mark counts.</summary>
    private static IEnumerable<MarkedReply> Once(IEnumerable<MarkedReply> marks) =>
        marks.GroupBy(mark => (mark.Reply.Text, mark.Reply.Question)).Select(same => same.Last());

    private static LinearModel Correct(LinearModel start, IReadOnlyList<TrainingExample> examples, IReadOnlySet<int> words) =>
        LogisticTrainer.Train(start.Classes, examples, _options, start, words) with { Bias = start.Bias };

    private static FeatureVector Vector(FeatureBuffer buffer, int wordsFrom, HashSet<int> words)
    {
        foreach (var index in buffer.Indexes[wordsFrom..])
            words.Add(index);
        return buffer.ToVector();
    }

    private static float Score(LinearModel model, FeatureVector vector)
    {
        Span<float> score = stackalloc float[1];
        model.Score(vector.Indexes, vector.Values, score);
        return score[0];
    }
}
