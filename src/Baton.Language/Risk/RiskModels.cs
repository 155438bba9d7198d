namespace Baton.Language;

/// <summary>The two models of risk: over <see cref="RiskMeasures"/>, whether a conversation ends as a technical failure, and whether the customer ends upset.</summary>
internal sealed record RiskModels(TrainedModel Technical, TrainedModel Emotional)
{
    public const string TechnicalName = "risk-technical";
    public const string EmotionalName = "risk-emotional";

    /// <summary>How many feature numbers the models have: the measures in the lower half, words in the upper one.</summary>
    public const int Buckets = 16_384;

    /// <summary>The first number of a word.</summary>
    public const int WordsFrom = Buckets / 2;

    private static readonly Lazy<RiskModels> _shipped = new(() => new(Load(MessageModels.LoadShipped(TechnicalName), TechnicalName), Load(MessageModels.LoadShipped(EmotionalName), EmotionalName)));

    /// <summary>The models that are compiled into the room.</summary>
    public static RiskModels Shipped => _shipped.Value;

    /// <summary>The models of a folder; those that it lacks are the shipped ones.</summary>
    /// <exception cref="InvalidDataException">A file is no model, or not the one its name says.</exception>
    public static RiskModels LoadFolder(string folder) => new(Open(folder, TechnicalName), Open(folder, EmotionalName));

    private static TrainedModel Open(string folder, string name)
    {
        var file = Path.Combine(folder, MessageModels.FileName(name));
        if (!File.Exists(file))
            return Load(MessageModels.LoadShipped(name), name);
        using var stream = File.OpenRead(file);
        return Load(ModelFile.Read(stream), name);
    }

    private static TrainedModel Load(TrainedModel model, string name)
    {
        if (model.Name != name)
            throw new InvalidDataException($"{MessageModels.FileName(name)} holds the model '{model.Name}'.");
        return model.Linear.Buckets == Buckets && model.Linear.Classes.Count == 1
            ? model
            : throw new InvalidDataException($"{MessageModels.FileName(name)} was made for another version of the measures. Train it again with this program.");
    }
}
