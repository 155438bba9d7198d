namespace Baton.Language;

/// <summary>Measures feeling, dissatisfaction and asking for a person.</summary>
internal sealed class AffectEvaluation(MessageModels models)
{
    private readonly MessageReader _reader = new(models);

    /// <summary>Dissatisfied turns of service chats by others, from which nothing was learned. A turn is dissatisfied when its readers' mean is under 3.</summary>
    public IEnumerable<Figure> Satisfaction(string file, string name, double? published, string? publishedBy)
    {
        var read = SatisfactionSet.Read(file).Select(turn => (Opinion: Read(turn.Text, "en", turn.Before), IsDissatisfied: turn.Satisfaction < 3)).ToList();
        yield return new Figure("dissatisfied turn", name, "AUC", Ranking.AreaUnderCurve([.. read.Select(turn => (1 - turn.Opinion.Satisfaction, turn.IsDissatisfied))]), published, publishedBy);
        yield return new Figure("dissatisfied turn", name, "AUC of shown dissatisfaction alone", Ranking.AreaUnderCurve([.. read.Select(turn => (turn.Opinion.Dissatisfaction, turn.IsDissatisfied))]));
    }

    /// <summary>Negative emotion in general comments.</summary>
    public Figure Emotions(string data)
    {
        var negative = EmotionSet.NegativeGroups.Select(name => EmotionSet.Groups.ToList().IndexOf(name)).ToList();
        var words = new WordVectors(models.Words.Linear);
        var scores = new float[EmotionSet.Groups.Count];
        var scored = new List<(double, bool)>();
        foreach (var (text, groups) in EmotionSet.Read(data, "test"))
        {
            var vector = EmotionTrainer.Vector(text, words);
            models.Emotion.Linear.Score(vector.Indexes, vector.Values, scores);
            Logistic.Softmax(scores);
            scored.Add((negative.Sum(group => scores[group]), groups.Any(negative.Contains)));
        }

        return new Figure("emotion", "GoEmotions test", "AUC of negative", Ranking.AreaUnderCurve(scored), 0.861, "TF-IDF and logistic regression");
    }

    public IEnumerable<Figure> Feelings(IReadOnlyList<LabelledMessage> messages, string name)
    {
        var felt = messages.Where(message => message.Feeling is not null).Select(message => (Message: message, Opinion: Read(message.Text, message.Language, message.Before))).ToList();
        if (felt.Count == 0)
            yield break;
        var matrix = new ConfusionMatrix(Enum.GetNames<Feeling>());
        foreach (var (message, opinion) in felt)
            matrix.Add((int)message.Feeling!.Value, (int)opinion.Feeling);
        yield return new Figure("feeling", name, "accuracy", matrix.Accuracy);
        yield return new Figure("feeling", name, "macro F1", matrix.MacroF1);
        for (var feeling = 0; feeling < matrix.Classes.Count; feeling++)
            yield return new Figure("feeling", name, $"F1 {matrix.Classes[feeling]} ({matrix.Support(feeling)})", matrix.F1(feeling));
        yield return new Figure("feeling", name, "calibration error", CalibrationError.Expected([.. felt.Select(one => ((double)one.Opinion.Feelings.Max(), one.Opinion.Feeling == one.Message.Feeling))]));
        var scored = felt.Select(one => (one.Opinion.Dissatisfaction, one.Message.IsDissatisfied!.Value)).ToList();
        yield return new Figure("dissatisfied turn", name, "AUC", Ranking.AreaUnderCurve(scored));
        yield return new Figure("dissatisfied turn", name, "F1 at 0.5", Ranking.At(scored, 0.5).F1);
        yield return new Figure("dissatisfied turn", name, "calibration error", CalibrationError.Expected(scored));
    }

    /// <summary>The same for each language that has enough messages.</summary>
    public IEnumerable<Figure> ByLanguage(IReadOnlyList<LabelledMessage> messages)
    {
        foreach (var language in messages.Where(message => message.Feeling is not null).GroupBy(message => message.Language).Where(group => group.Count() >= 20).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var matrix = new ConfusionMatrix(Enum.GetNames<Feeling>());
            var scored = new List<(double, bool)>();
            foreach (var message in language)
            {
                var opinion = Read(message.Text, message.Language, message.Before);
                matrix.Add((int)message.Feeling!.Value, (int)opinion.Feeling);
                scored.Add((opinion.Dissatisfaction, message.IsDissatisfied!.Value));
            }

            yield return new Figure("feeling", $"Baton corpus, messages in {language.Key} ({matrix.Total})", "macro F1", matrix.MacroF1);
            yield return new Figure("dissatisfied turn", $"Baton corpus, messages in {language.Key} ({matrix.Total})", "AUC", Ranking.AreaUnderCurve(scored));
        }
    }

    public IEnumerable<Figure> Person(IReadOnlyList<LabelledMessage> messages, string name)
    {
        var interpreter = new EmbeddedInterpreter(models);
        var read = messages.Where(message => message.AsksForPerson is not null)
            .Select(message => (IsAsked: message.AsksForPerson!.Value, Reading: interpreter.Read(new ReadingRequest { Text = message.Text, Locale = message.Language, Now = DateTimeOffset.UnixEpoch, Course = message.Before }))).ToList();
        if (!read.Exists(one => one.IsAsked))
            yield break;
        var decided = Ranking.At([.. read.Select(one => (one.Reading.AsksForPerson ? 1.0 : 0, one.IsAsked))], 0.5);
        yield return new Figure("asks for a person", name, "precision", decided.Precision);
        yield return new Figure("asks for a person", name, "recall", decided.Recall);
        yield return new Figure("asks for a person", name, "F1", decided.F1);
        var scored = read.Select(one => (one.Reading.PersonProbability!.Value, one.IsAsked)).ToList();
        yield return new Figure("asks for a person", name, "AUC", Ranking.AreaUnderCurve(scored));
        yield return new Figure("asks for a person", name, "calibration error", CalibrationError.Expected(scored));
    }

    private MessageOpinion Read(string text, string locale, IReadOnlyList<Turn> before)
    {
        var message = Spelling.Shipped.Repair(new MessageText(text));
        var language = LanguageIdentification.Identify(message, locale);
        return _reader.Read(message, language, locale, before, new CommandCues(message, language, locale).Has(CueNames.Person));
    }
}
