namespace Baton.Language;

/// <summary>Reads a reply with the models: the probability of each fault, and of each clause that nothing supports it. Serves one thread at a time.</summary>
internal sealed class ReplyScores
{
    private readonly ReplyModels _models;
    private readonly ReplyFeatures _features;
    private readonly ClauseFeatures _clauses;
    private readonly PlattScaling[] _scaling;
    private readonly PlattScaling _claim;

    public ReplyScores(ReplyModels models, WordVectors vectors)
    {
        _models = models;
        _features = new ReplyFeatures(vectors);
        _clauses = new ClauseFeatures(vectors);
        _scaling = [.. ReplyModels.Faults.Select(fault => new PlattScaling(models.Reply.Setting(fault + "-slope"), models.Reply.Setting(fault + "-offset")))];
        _claim = new PlattScaling(models.Claim.Setting("slope"), models.Claim.Setting("offset"));
    }

    /// <summary>The probability of each of <see cref="ReplyModels.Faults"/>.</summary>
    public double[] Faults(ReplyReading reading)
    {
        var buffer = _features.Collect(reading);
        Span<float> scores = stackalloc float[ReplyModels.Faults.Count];
        _models.Reply.Linear.Score(buffer.Indexes, buffer.Values, scores);
        var probabilities = new double[scores.Length];
        for (var fault = 0; fault < scores.Length; fault++)
            probabilities[fault] = _scaling[fault].Probability(scores[fault]);
        return probabilities;
    }

    /// <summary>Of each clause, the probability that it claims what nothing supports.</summary>
    public double[] Clauses(ReplyReading reading)
    {
        var probabilities = new double[reading.Clauses.Count];
        Span<float> score = stackalloc float[1];
        for (var clause = 0; clause < probabilities.Length; clause++)
        {
            var buffer = _clauses.Collect(reading, clause);
            _models.Claim.Linear.Score(buffer.Indexes, buffer.Values, score);
            probabilities[clause] = _claim.Probability(score[0]);
        }

        return probabilities;
    }
}
