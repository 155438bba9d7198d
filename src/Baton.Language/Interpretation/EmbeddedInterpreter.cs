namespace Baton.Language;

/// <summary>
/// Reads messages with what ships in the room: cues and values in English, German, Spanish, French and Chinese, and intents from the
/// examples of the procedures. It needs no network, no model file and no thread, and never fails for what a customer wrote.
/// </summary>
public sealed class EmbeddedInterpreter : IInterpreter
{
    private readonly IntentModels _models = new();

    /// <inheritdoc />
    public string Name => "embedded";

    /// <inheritdoc />
    public ValueTask<Reading> ReadAsync(ReadingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(request));
    }

    private Reading Read(ReadingRequest request)
    {
        var message = Spelling.Shipped.Repair(new MessageText(request.Text));
        var language = LanguageIdentification.Identify(message, request.Locale);
        var cues = new CommandCues(message, language, request.Locale);
        var intents = IntentReading.Read(message, cues, _models.For(request.Intents));
        var commands = new CommandReading(message, request, language, cues, intents).Read();
        var feeling = FeelingReading.Read(message, language, request);
        var best = intents.Scores.Count > 0 && intents.Scores[0].Probability >= Calibration.Plausible ? intents.Scores[0] : null;
        return new Reading
        {
            Interpreter = Name,
            Language = language.Code,
            Commands = commands,
            Intent = best?.Intent,
            Probability = best?.Probability ?? 0,
            Nearest = [.. intents.Scores.Take(3)],
            Feeling = feeling.Feeling,
            FeelingProbability = feeling.Probability,
            FeelingEvidence = feeling.Evidence,
        };
    }
}
