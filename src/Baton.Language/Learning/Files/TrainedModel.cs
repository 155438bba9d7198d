namespace Baton.Language;

/// <summary>A linear model with what is needed to use it.</summary>
/// <param name="Name">What it reads, e.g. <c>feeling</c>.</param>
/// <param name="Linear">Its weights.</param>
/// <param name="Settings">Calibration and other numbers it was trained with.</param>
/// <param name="Origin">In words: from what data, when it matters under which licence.</param>
internal sealed record TrainedModel(string Name, LinearModel Linear, IReadOnlyDictionary<string, double> Settings, string Origin)
{
    /// <summary>A setting that the model's reader cannot do without.</summary>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    public double Setting(string name) =>
        Settings.TryGetValue(name, out var value) ? value : throw new InvalidDataException($"The model '{Name}' has no setting '{name}': it is not one that this version reads.");
}
