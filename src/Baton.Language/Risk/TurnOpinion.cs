namespace Baton.Language;

/// <summary>What the message models say of a customer's turn; each a probability, 0 to 1.</summary>
/// <param name="Dissatisfied">Dissatisfied with the service.</param>
/// <param name="Angry">Angry at the service.</param>
/// <param name="Resigned">Giving up on it.</param>
/// <param name="Worried">Worried about the outcome.</param>
/// <param name="Satisfied">Content.</param>
/// <param name="Person">Asks for a person.</param>
public sealed record TurnOpinion(float Dissatisfied, float Angry, float Resigned, float Worried, float Satisfied, float Person)
{
    // How sure a reading without probabilities is taken to be.
    private const float Sure = 0.85f;
    private const float Unsure = 0.05f;

    /// <summary>Nothing is known of the turn.</summary>
    public static TurnOpinion Unknown { get; } = new(0.15f, 0.03f, 0.03f, 0.05f, 0.1f, 0.02f);

    /// <summary>The opinion of a reading. A reading without probabilities (by a language model) counts by the feeling it names.</summary>
    public static TurnOpinion Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var person = reading.AsksForPerson ? Sure : (float)(reading.PersonProbability ?? Unsure);
        if (reading.FeelingProbabilities.Count < 6)
            return Named(reading.Feeling, person) with { Dissatisfied = (float)(reading.Dissatisfaction ?? Named(reading.Feeling, person).Dissatisfied) };
        float Of(Feeling feeling) => reading.FeelingProbabilities[(int)feeling];
        var felt = Of(Feeling.Frustrated) + Of(Feeling.Angry) + Of(Feeling.Resigned);
        return new((float)(reading.Dissatisfaction ?? felt), Of(Feeling.Angry), Of(Feeling.Resigned), Of(Feeling.Worried), Of(Feeling.Satisfied), person);
    }

    /// <summary>The opinion of who only names the feeling.</summary>
    /// <param name="feeling">The feeling.</param>
    /// <param name="person">Probability that a person is asked for.</param>
    public static TurnOpinion Named(Feeling feeling, float person = Unsure)
    {
        float If(Feeling other) => feeling == other ? Sure : Unsure;
        var isDissatisfied = feeling is Feeling.Frustrated or Feeling.Angry or Feeling.Resigned;
        return new(isDissatisfied ? Sure : Unsure, If(Feeling.Angry), If(Feeling.Resigned), If(Feeling.Worried), If(Feeling.Satisfied), person);
    }
}
