using System.Text.Json;

namespace Baton.Language;

/// <summary>What <c>baton learn</c> did.</summary>
/// <param name="Messages">Labelled messages that were learned from.</param>
/// <param name="Replies">Replies of the agent that were learned from, once for each signal that workers spoke of.</param>
/// <param name="Courses">Courses of conversations that were learned from.</param>
/// <param name="Files">The files written.</param>
public sealed record LearnedModels(int Messages, int Replies, int Courses, IReadOnlyList<string> Files);

/// <summary>
/// Refits the models of feeling, dissatisfaction and requests for a person to a team's own messages, those of the judge to what workers
/// said of the agent's replies, and those of risk to how conversations went, beginning from the shipped ones.
/// </summary>
public static class TeamLearning
{
    /// <summary>Fewer labels than this, of messages, replies and courses together, teach nothing that would last.</summary>
    public const int FewestLabels = 50;

    /// <summary>Learns and writes the models.</summary>
    /// <param name="files">JSON Lines: messages or conversations in the corpus's format, or what <c>baton export</c> wrote.</param>
    /// <param name="courses">Conversations whose end is known, for the models of risk.</param>
    /// <param name="target">Folder for the models, made if it is missing; models in it are overwritten.</param>
    /// <exception cref="InvalidDataException">A line cannot be read, or there are fewer than <see cref="FewestLabels"/> labels.</exception>
    public static LearnedModels Learn(IEnumerable<string> files, IReadOnlyList<KnownCourse> courses, string target)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(courses);
        var messages = new List<LabelledMessage>();
        var replies = new List<MarkedReply>();
        foreach (var file in files)
            replies.AddRange(Read(file, messages));
        if (messages.Count + replies.Count + courses.Count < FewestLabels)
            throw new InvalidDataException($"Found {messages.Count} labelled messages, {replies.Count} labels of replies and {courses.Count} conversations whose end is known; at least {FewestLabels} are needed together. A message is labelled when it has a feeling, when a worker called a signal wrong or missed, or when a language model read it.");
        var shipped = MessageModels.Shipped;
        var models = new MessageTrainer(shipped.Words, shipped.Emotion).Refit(messages, shipped);
        var judge = new ReplyRefit(new WordVectors(shipped.Words.Linear)).Refit(replies, ReplyModels.Shipped);
        var risk = RiskRefit.Refit(courses, RiskModels.Shipped);
        Directory.CreateDirectory(target);
        return new LearnedModels(messages.Count, replies.Count, courses.Count, [.. new[] { models.Feeling, models.Dissatisfaction, models.Person, judge.Reply, judge.Claim, risk.Technical, risk.Emotional }.Select(model => Write(model, target))]);
    }

    /// <summary>Whether a file is what <c>baton export</c> wrote, told by its first line.</summary>
    /// <exception cref="InvalidDataException">The line is no JSON object.</exception>
    public static bool IsExport(string file) => JsonLines.Read(file).FirstOrDefault() is { ValueKind: JsonValueKind.Object } line && ExportedTurns.IsEvent(line);

    /// <summary>Adds a file's labelled messages, and returns what workers said of replies in it.</summary>
    private static IReadOnlyList<MarkedReply> Read(string file, List<LabelledMessage> messages)
    {
        var exported = new ExportedTurns();
        foreach (var line in JsonLines.Read(file))
        {
            if (ExportedTurns.IsEvent(line))
                exported.Add(line);
            else if (line.TryGetProperty("turns", out var turns) && turns.ValueKind == JsonValueKind.Array)
                messages.AddRange(MessageJson.ReadTurns(line));
            else if (line.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String && MessageJson.Read(line) is var message && (message.Feeling is not null || message.AsksForPerson is not null || message.Dissatisfied is not null))
                messages.Add(message);
        }

        var (labelled, replies) = exported.Labels();
        messages.AddRange(labelled);
        return replies;
    }

    private static string Write(TrainedModel model, string target)
    {
        var file = Path.Combine(target, MessageModels.FileName(model.Name));
        using var stream = File.Create(file);
        ModelFile.Write(model, stream);
        return file;
    }
}
