using System.Diagnostics;

namespace Baton.Language;

/// <summary>
/// Measures how fast messages are read, on this machine: time of the processor, not of the clock, in the best of some rounds. For exact
/// numbers use the benchmarks.
/// </summary>
internal static class SpeedEvaluation
{
    private const int Rounds = 5;
    private const string Set = "this machine";

    public static IEnumerable<Figure> Measure(IReadOnlyList<LabelledMessage> messages)
    {
        var watch = Stopwatch.StartNew();
        var models = MessageModels.LoadFolder(Path.GetTempPath());
        yield return new Figure("speed", Set, "loading the message models, ms", watch.Elapsed.TotalMilliseconds);
        yield return new Figure("speed", Set, "size of all models, MB", ShippedBytes() / 1e6);
        foreach (var figure in ModelsAlone(models, messages).Concat(WholeReadings(models, messages)))
            yield return figure;
    }

    /// <summary>Features and scores of one message after the other, patterns already found.</summary>
    private static IReadOnlyList<Figure> ModelsAlone(MessageModels models, IReadOnlyList<LabelledMessage> messages)
    {
        var vectors = new WordVectors(models.Words.Linear);
        var features = MessageFeatures.OfThread;
        var scores = new float[6];
        var read = messages.Select(message => (Message: message, Cues: new FeelingCues(new MessageText(message.Text), new IdentifiedLanguage(message.Language, true), message.Language))).ToList();
        var (seconds, bytes) = Best(read, one =>
        {
            features.Collect(one.Message.Text, one.Message.Before, one.Cues, false, models.Emotion.Linear, one.Message.Language == "en" ? vectors : null);
            models.Feeling.Linear.Score(features.Buffer.Indexes, features.Buffer.Values, scores);
            models.Dissatisfaction.Linear.Score(features.Buffer.Indexes, features.Buffer.Values, scores.AsSpan(0, 1));
            models.Person.Linear.Score(features.Buffer.Indexes, features.Buffer.Values, scores.AsSpan(0, 1));
        });
        return [new Figure("speed", Set, "messages a second and core, models alone", 1 / seconds), new Figure("speed", Set, "bytes allocated a message, models alone", bytes)];
    }

    private static IReadOnlyList<Figure> WholeReadings(MessageModels models, IReadOnlyList<LabelledMessage> messages)
    {
        var interpreter = new EmbeddedInterpreter(models);
        var requests = messages.Select(message => new ReadingRequest { Text = message.Text, Locale = message.Language, Now = DateTimeOffset.UnixEpoch, Course = message.Before }).ToList();
        var (seconds, bytes) = Best(requests, request => interpreter.Read(request));
        return [new Figure("speed", Set, "whole readings a second and core", 1 / seconds), new Figure("speed", Set, "bytes allocated a whole reading", bytes)];
    }

    /// <summary>Seconds of processor and bytes an item takes, in the best round after one to warm up.</summary>
    private static (double Seconds, double Bytes) Best<T>(List<T> items, Action<T> act)
    {
        items.ForEach(act);
        var (seconds, bytes) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var used = Environment.CpuUsage.TotalTime;
            items.ForEach(act);
            seconds = Math.Min(seconds, Math.Max((Environment.CpuUsage.TotalTime - used).TotalSeconds, 1e-6) / items.Count);
            bytes = Math.Min(bytes, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / items.Count);
        }

        return (seconds, bytes);
    }

    private static long ShippedBytes()
    {
        var assembly = typeof(SpeedEvaluation).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.EndsWith(".model", StringComparison.Ordinal)).Sum(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            return stream.Length;
        });
    }
}
