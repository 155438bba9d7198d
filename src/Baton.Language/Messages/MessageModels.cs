using System.Globalization;

namespace Baton.Language;

/// <summary>The trained models that read a message: emotions (only a feature of the others), feeling, dissatisfaction, asking for a person.</summary>
/// <param name="Words">Vectors of English words: see <see cref="WordVectors"/>.</param>
/// <param name="Emotion">What is felt at all, learned from general talk.</param>
/// <param name="Feeling">Feeling towards the service, six classes in the order of <see cref="Baton.Language.Feeling"/>.</param>
/// <param name="Dissatisfaction">Whether the customer is dissatisfied with the service.</param>
/// <param name="Person">Whether a person is asked for.</param>
internal sealed record MessageModels(TrainedModel Words, TrainedModel Emotion, TrainedModel Feeling, TrainedModel Dissatisfaction, TrainedModel Person)
{
    private static readonly Lazy<MessageModels> _shipped = new(() => Load(OpenShipped));

    /// <summary>The names of the models, which are also the names of their files.</summary>
    public static IReadOnlyList<string> Names { get; } = ["words", "emotion", "feeling", "dissatisfaction", "person"];

    /// <summary>The models that are compiled into the room.</summary>
    public static MessageModels Shipped => _shipped.Value;

    /// <summary>The models of a folder; those that it lacks are the shipped ones.</summary>
    /// <exception cref="InvalidDataException">A file is no model, or not the one its name says.</exception>
    public static MessageModels LoadFolder(string folder) => Load(name => Open(folder, name));

    /// <summary>One model that is compiled into the room.</summary>
    public static TrainedModel LoadShipped(string name)
    {
        using var stream = OpenShipped(name);
        return ModelFile.Read(stream);
    }

    /// <summary>One model of a folder; the shipped one when the folder lacks it.</summary>
    /// <exception cref="InvalidDataException">The file is no model, or not the one its name says.</exception>
    public static TrainedModel LoadFrom(string folder, string name, string[] classes, int buckets) => Load(file => Open(folder, file), name, classes, buckets);

    public static string FileName(string name) => name + ".model";

    private static MessageModels Load(Func<string, Stream> open)
    {
        var emotion = Load(open, "emotion", null);
        return new MessageModels(
            Load(open, "words", [.. Enumerable.Range(0, WordVectors.Dimensions + 2).Select(number => number.ToString(CultureInfo.InvariantCulture))], WordVectors.Buckets),
            emotion,
            Load(open, "feeling", [.. Enum.GetNames<Feeling>()]),
            Load(open, "dissatisfaction", ["yes"]),
            Load(open, "person", ["yes"]));
    }

    private static TrainedModel Load(Func<string, Stream> open, string name, string[]? classes, int buckets = MessageFeatures.Buckets)
    {
        using var stream = open(name);
        var model = ModelFile.Read(stream);
        if (model.Name != name)
            throw new InvalidDataException($"{FileName(name)} holds the model '{model.Name}'.");
        if (model.Linear.Buckets != buckets || (classes is not null && !model.Linear.Classes.SequenceEqual(classes, StringComparer.Ordinal)))
            throw new InvalidDataException($"{FileName(name)} was made for another version of the features or classes. Train it again with this program.");
        return model;
    }

    private static Stream Open(string folder, string name) => Path.Combine(folder, FileName(name)) is var path && File.Exists(path) ? File.OpenRead(path) : OpenShipped(name);

    private static Stream OpenShipped(string name) => typeof(MessageModels).Assembly.GetManifestResourceStream("Baton.Language.Models." + FileName(name))
        ?? throw new InvalidOperationException($"The model {FileName(name)} is missing from the build.");
}
