namespace Baton.Language;

/// <summary>The trained models of the judge: one score for each fault of a reply, and one for a clause that nothing supports.</summary>
/// <param name="Reply">Classes in the order of <see cref="Faults"/>, each a yes-or-no question of its own.</param>
/// <param name="Claim">One class.</param>
internal sealed record ReplyModels(TrainedModel Reply, TrainedModel Claim)
{
    private static readonly Lazy<ReplyModels> _shipped = new(() => new ReplyModels(MessageModels.LoadShipped("reply"), MessageModels.LoadShipped("claim")));

    /// <summary>The questions of the model of replies.</summary>
    public static IReadOnlyList<string> Faults { get; } = ["none", "open", "reassures", "repeats", "hides", "unclear", "uncivil"];

    /// <summary>The models that are compiled into the room.</summary>
    public static ReplyModels Shipped => _shipped.Value;

    /// <summary>The models of a folder; one that it lacks is the shipped one.</summary>
    /// <exception cref="InvalidDataException">A file is no model, or not the one its name says.</exception>
    public static ReplyModels LoadFolder(string folder) =>
        new(MessageModels.LoadFrom(folder, "reply", [.. Faults], ReplyFeatures.Buckets), MessageModels.LoadFrom(folder, "claim", ["yes"], ReplyFeatures.Buckets));
}
