using System.Text.Json;

namespace Baton.Language;

/// <summary>What <c>baton learn</c> did.</summary>
/// <param name="Messages">Labelled messages that were learned from.</param>
/// <param name="Files">The files written.</param>
public sealed record LearnedModels(int Messages, IReadOnlyList<string> Files);

/// <summary>Refits the models of feeling, dissatisfaction and requests for a person to a team's own messages, beginning from the shipped ones.</summary>
public static class TeamLearning
{
    /// <summary>Fewer labelled messages than this teach nothing that would last.</summary>
    public const int FewestMessages = 50;

    /// <summary>Learns and writes the models.</summary>
    /// <param name="files">JSON Lines: messages or conversations in the corpus's format, or what <c>baton export</c> wrote, in any mixture.</param>
    /// <param name="target">Folder for the models, made if it is missing; models in it are overwritten.</param>
    /// <exception cref="InvalidDataException">A line cannot be read, or there are fewer than <see cref="FewestMessages"/> labelled messages.</exception>
    public static LearnedModels Learn(IEnumerable<string> files, string target)
    {
        ArgumentNullException.ThrowIfNull(files);
        var messages = files.SelectMany(Read).ToList();
        if (messages.Count < FewestMessages)
            throw new InvalidDataException($"Found {messages.Count} labelled messages; at least {FewestMessages} are needed. A message is labelled when it has a feeling, or when a language model read it.");
        var shipped = MessageModels.Shipped;
        var models = new MessageTrainer(shipped.Words, shipped.Emotion).Refit(messages, shipped);
        Directory.CreateDirectory(target);
        return new LearnedModels(messages.Count, [.. new[] { models.Feeling, models.Dissatisfaction, models.Person }.Select(model => Write(model, target))]);
    }

    private static IEnumerable<LabelledMessage> Read(string file)
    {
        var exported = new ExportedTurns();
        var messages = new List<LabelledMessage>();
        foreach (var line in JsonLines.Read(file))
        {
            if (ExportedTurns.IsEvent(line))
                exported.Add(line);
            else if (line.TryGetProperty("turns", out var turns) && turns.ValueKind == JsonValueKind.Array)
                messages.AddRange(MessageJson.ReadTurns(line));
            else if (line.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
                messages.Add(MessageJson.Read(line));
        }

        return messages.Concat(exported.Messages).Where(message => message.Feeling is not null || message.AsksForPerson is not null || message.Dissatisfied is not null);
    }

    private static string Write(TrainedModel model, string target)
    {
        var file = Path.Combine(target, MessageModels.FileName(model.Name));
        using var stream = File.Create(file);
        ModelFile.Write(model, stream);
        return file;
    }
}
