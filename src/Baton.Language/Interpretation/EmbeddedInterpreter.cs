using Microsoft.Extensions.Options;

namespace Baton.Language;

/// <summary>
/// Reads messages with what ships in the room: trained models, cues and values in English, German, Spanish, French and Chinese, and
/// intents from the examples of the procedures. It needs no network and no thread, and never fails for what a customer wrote.
/// </summary>
public sealed class EmbeddedInterpreter : IInterpreter
{
    private readonly IntentModels _models = new();
    private readonly MessageReader _reader;

    /// <summary>Reads with the shipped models.</summary>
    public EmbeddedInterpreter()
        : this(MessageModels.Shipped)
    {
    }

    /// <summary>Reads with the models of the options' folder, and the shipped ones where it has none.</summary>
    /// <exception cref="InvalidDataException">A file of the folder is not a model of this version.</exception>
    public EmbeddedInterpreter(IOptions<LanguageOptions> options)
        : this(options?.Value.ModelsFolder is { Length: > 0 } folder ? MessageModels.LoadFolder(folder) : MessageModels.Shipped)
    {
    }

    internal EmbeddedInterpreter(MessageModels models) => _reader = new MessageReader(models);

    /// <inheritdoc />
    public string Name => "embedded";

    /// <inheritdoc />
    public ValueTask<Reading> ReadAsync(ReadingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(request));
    }

    internal Reading Read(ReadingRequest request)
    {
        var message = Spelling.Shipped.Repair(new MessageText(request.Text));
        var language = LanguageIdentification.Identify(message, request.Locale);
        var cues = new CommandCues(message, language, request.Locale);
        var opinion = _reader.Read(message, language, request.Locale, request.Course, cues.Has(CueNames.Person));
        var intents = IntentReading.Read(message, language, cues, _models.For(request.Intents));
        var commands = new CommandReading(message, request, language, cues, intents, PersonDecision.Asks(opinion.Person, cues, message)).Read();
        var best = intents.Scores.Count > 0 && intents.Scores[0].Probability >= Calibration.Plausible ? intents.Scores[0] : null;
        return new Reading
        {
            Interpreter = Name,
            Language = language.Code,
            Commands = commands,
            Intent = best?.Intent,
            Probability = best?.Probability ?? 0,
            Nearest = [.. intents.Scores.Take(3)],
            Feeling = opinion.Feeling,
            FeelingProbability = opinion.Feelings[(int)opinion.Feeling],
            FeelingEvidence = opinion.Evidence,
            FeelingProbabilities = opinion.Feelings,
            Dissatisfaction = opinion.Dissatisfaction,
            Satisfaction = opinion.Satisfaction,
            PersonProbability = opinion.Person,
        };
    }
}
