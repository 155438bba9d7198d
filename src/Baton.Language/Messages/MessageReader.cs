namespace Baton.Language;

/// <summary>What the models say of a message.</summary>
/// <param name="Feelings">Probability of each feeling, in the order of <see cref="Feeling"/>.</param>
/// <param name="Dissatisfaction">Probability that the customer is dissatisfied with the service.</param>
/// <param name="Satisfaction">How satisfied a reader would take the customer to be with the service at this turn, 0 to 1.</param>
/// <param name="Person">Probability that a person is asked for.</param>
/// <param name="Feeling">The feeling to act on.</param>
/// <param name="Evidence">The words that show it; null when it is neutral or not shown by certain words.</param>
internal sealed record MessageOpinion(float[] Feelings, double Dissatisfaction, double Satisfaction, double Person, Feeling Feeling, string? Evidence);

/// <summary>Reads messages with trained models. It may be used from any thread.</summary>
internal sealed class MessageReader(MessageModels models)
{
    private const PhraseKinds GaveNothing = PhraseKinds.AgentFailed | PhraseKinds.AgentLost | PhraseKinds.AgentSorry;
    private const PhraseKinds TurnsDown = PhraseKinds.Declines | PhraseKinds.Rejects | PhraseKinds.Corrects | PhraseKinds.Insists | PhraseKinds.Searches;

    // An ordinary turn that shows nothing stands in the middle.
    private const double Middle = 1.5;

    // Less than this the model does not know.
    private const double Least = 0.003;

    private readonly WordVectors _words = new(models.Words.Linear);
    private readonly float _temperature = (float)models.Feeling.Setting("temperature");
    private readonly FeelingDecision _decision = FeelingDecision.Of(models.Feeling);
    private readonly PlattScaling _dissatisfaction = Scaling(models.Dissatisfaction);
    private readonly PlattScaling _person = Scaling(models.Person);

    /// <summary>Of a message without a word and before which nothing was said.</summary>
    private static MessageOpinion Nothing => new([0.95f, 0.01f, 0.01f, 0.01f, 0.01f, 0.01f], 0.03, 0.25, 0.01, Feeling.Neutral, null);

    /// <param name="message">The message.</param>
    /// <param name="language">Its language.</param>
    /// <param name="locale">The customer's locale.</param>
    /// <param name="before">What was said before, oldest first.</param>
    /// <param name="hasPersonCue">Whether a pattern for asking for a person fits.</param>
    public MessageOpinion Read(MessageText message, IdentifiedLanguage language, string locale, IReadOnlyList<Turn> before, bool hasPersonCue)
    {
        if (message.Words.Count == 0 && before.Count == 0)
            return Nothing;
        var cues = new FeelingCues(message, language, locale);
        var features = MessageFeatures.OfThread;
        features.Collect(message.Text, before, cues, hasPersonCue, models.Emotion.Linear, language.Code == "en" ? _words : null);
        var feelings = new float[6];
        models.Feeling.Linear.Score(features.Buffer.Indexes, features.Buffer.Values, feelings);
        Logistic.Softmax(feelings, _temperature);
        var dissatisfaction = Agree(feelings, _dissatisfaction.Probability(Score(models.Dissatisfaction, features)));
        var feeling = _decision.Choose(feelings);
        return new MessageOpinion(
            feelings,
            dissatisfaction,
            Satisfaction(feelings[(int)Feeling.Satisfied], dissatisfaction, features.Course),
            _person.Probability(Score(models.Person, features)),
            feeling,
            feeling == Feeling.Neutral ? null : cues.Words(feeling) ?? FeelingEvidence.Find(features, models.Feeling.Linear, feeling, message.Text));
    }

    /// <summary>
    /// Two models say how probable dissatisfaction is: the one of feelings by its three feelings together, and its own, which looks more
    /// at the course. Their mean log-odds count, and the feelings are made to fit.
    /// </summary>
    private static double Agree(float[] feelings, double own)
    {
        var felt = feelings[(int)Feeling.Frustrated] + feelings[(int)Feeling.Angry] + feelings[(int)Feeling.Resigned];
        var agreed = Logistic.Sigmoid((Logistic.Logit(felt) + Logistic.Logit(own)) / 2);
        for (var feeling = 0; feeling < feelings.Length; feeling++)
        {
            var isDissatisfied = (Feeling)feeling is Feeling.Frustrated or Feeling.Angry or Feeling.Resigned;
            feelings[feeling] *= (float)(isDissatisfied ? agreed / Math.Max(felt, 1e-6) : (1 - agreed) / Math.Max(1 - felt, 1e-6));
        }

        return agreed;
    }

    /// <summary>
    /// Where between dissatisfied and satisfied: the log-odds of the one against the other, and a step each for a reply that gave nothing and
    /// for a customer who turns down or says again. Who goes on politely after that shows no dissatisfaction, and is not satisfied either. At the
    /// opening nothing has been received yet.
    /// </summary>
    private static double Satisfaction(double satisfied, double dissatisfied, CourseFeatures course)
    {
        var steps = ((course.Heard & GaveNothing) != PhraseKinds.None ? 1 : 0) + ((course.Said & TurnsDown) != PhraseKinds.None ? 1 : 0) - (course.IsOpening ? 1 : 0);
        return Logistic.Sigmoid(Middle + Math.Log(satisfied + Least) - Logistic.Logit(dissatisfied) - steps);
    }

    private static float Score(TrainedModel model, MessageFeatures features)
    {
        Span<float> score = stackalloc float[1];
        model.Linear.Score(features.Buffer.Indexes, features.Buffer.Values, score);
        return score[0];
    }

    private static PlattScaling Scaling(TrainedModel model) => new(model.Setting("slope"), model.Setting("offset"));
}
