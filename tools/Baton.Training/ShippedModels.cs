using System.Globalization;
using Baton.Language;

namespace Baton.Training;

/// <summary>Trains every model that ships and writes it. What is measured on (test splits, hard cases, sets for evaluation only) is not read here.</summary>
internal static class ShippedModels
{
    private const float FrictionWeight = 0.8f;
    private const float PlainWeight = 1.5f;
    private const float PlainPersonWeight = 3;
    private const float GradedWeight = 1.2f;

    public static void Train(string data, string corpusFolder, string target)
    {
        Directory.CreateDirectory(target);
        var words = WordVectorTable.IsIn(data) ? WordVectorTable.Make(data) : MessageModels.LoadShipped("words");
        Say($"words: {Write(words, target)} bytes");
        // What ships is rounded to bytes: the others learn from it as it will be.
        words = Reread(words, target);
        var emotion = EmotionTrainer.Train(data, new WordVectors(words.Linear));
        Say($"emotion: {Write(emotion, target)} bytes");
        var messages = TrainingMessages(data, corpusFolder);
        Say($"{messages.Count} messages, {messages.Count(message => message.Weight >= 1)} of them from the corpus");
        var models = new MessageTrainer(words, emotion).Train(messages, "The Baton corpus (train, dev); everyday turns of CLINC150 (CC BY 3.0), banking77 (CC BY 4.0) and MultiDoGO (CDLA-Permissive 1.0); emotions from GoEmotions (CC BY 4.0).");
        foreach (var model in new[] { models.Feeling, models.Dissatisfaction, models.Person })
            Say($"{model.Name}: {Write(model, target)} bytes, {string.Join(", ", model.Settings.Select(setting => $"{setting.Key} {setting.Value:0.000}"))}");
        TrainRisk(models, messages, data, corpusFolder, target);
        TrainReplies(corpusFolder, target, words);
    }

    /// <summary>Trains the models of risk alone, beside the message models that ship.</summary>
    public static void TrainRisk(string data, string corpusFolder, string target) =>
        TrainRisk(MessageModels.Shipped, TrainingMessages(data, corpusFolder), data, corpusFolder, target);

    private static void TrainRisk(MessageModels models, IReadOnlyList<LabelledMessage> messages, string data, string corpusFolder, string target)
    {
        var risk = RiskTraining.Train(models, messages, new Corpus(corpusFolder), data);
        foreach (var model in new[] { risk.Technical, risk.Emotional })
            Say($"{model.Name}: {Write(model, target)} bytes");
    }

    /// <summary>Trains only the models of the reply judge, from the corpus alone.</summary>
    public static void TrainReplies(string corpusFolder, string target, TrainedModel? words = null)
    {
        var corpus = new Corpus(corpusFolder);
        var judge = new ReplyTrainer(new WordVectors((words ?? MessageModels.LoadShipped("words")).Linear)).Train(corpus.Replies("train"), corpus.Replies("dev"), "The Baton corpus, replies: learned from train, thresholds chosen on dev.");
        foreach (var model in new[] { judge.Reply, judge.Claim })
            Say($"{model.Name}: {Write(model, target)} bytes, {string.Join(", ", model.Settings.Select(setting => $"{setting.Key} {setting.Value:0.000}"))}");
    }

    public static List<LabelledMessage> TrainingMessages(string data, string corpusFolder)
    {
        var corpus = new Corpus(corpusFolder);
        string[] splits = ["train", "dev"];
        return [.. splits.SelectMany(corpus.Messages), .. splits.SelectMany(corpus.ConversationTurns), .. EverydayTalk.Read(data), .. Own(), .. Graded()];
    }

    /// <summary>
    /// Written for Baton beside the corpus: replies that missed and what customers then say, each beside what they say when it did not;
    /// and plain words of feeling and of asking for a person in five languages.
    /// </summary>
    private static IEnumerable<LabelledMessage> Own() =>
    [
        .. OwnLines("friction.jsonl").Select(message => message with { Weight = FrictionWeight }),
        .. OwnLines("plain.jsonl").SelectMany(message => new[]
        {
            message with { AsksForPerson = null, Weight = PlainWeight },
            message with { Feeling = null, Weight = PlainPersonWeight },
        }),
    ];

    private static IEnumerable<LabelledMessage> OwnLines(string file) => JsonLines.Read(Path.Combine(AppContext.BaseDirectory, "Data", file)).Select(MessageJson.Read);

    /// <summary>
    /// Also written for Baton: polite turns after replies that failed or misunderstood, and after replies that did what was asked. A reader
    /// cannot know from them whether the customer is content; <c>share</c> says how many would not be.
    /// </summary>
    private static IEnumerable<LabelledMessage> Graded() => JsonLines.Read(Path.Combine(AppContext.BaseDirectory, "Data", "graded.jsonl")).SelectMany(line =>
    {
        var share = line.GetProperty("share").GetSingle();
        var message = MessageJson.Read(line);
        return new[] { message with { Dissatisfied = true, Weight = share * GradedWeight }, message with { Dissatisfied = false, Weight = (1 - share) * GradedWeight } };
    });

    private static long Write(TrainedModel model, string target)
    {
        var file = Path.Combine(target, MessageModels.FileName(model.Name));
        using (var stream = File.Create(file))
            ModelFile.Write(model, stream);
        return new FileInfo(file).Length;
    }

    private static TrainedModel Reread(TrainedModel model, string target)
    {
        using var stream = File.OpenRead(Path.Combine(target, MessageModels.FileName(model.Name)));
        return ModelFile.Read(stream);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
