using System.Diagnostics;

namespace Baton.Language;

/// <summary>Measures how fast messages are read, on this machine and one core. For exact numbers use the benchmarks.</summary>
internal static class SpeedEvaluation
{
    private const int Rounds = 3;

    public static IEnumerable<Figure> Measure(IReadOnlyList<LabelledMessage> messages)
    {
        var watch = Stopwatch.StartNew();
        var models = MessageModels.LoadFolder(Path.GetTempPath());
        yield return new Figure("speed", "this machine", "loading the models, ms", watch.Elapsed.TotalMilliseconds);
        var interpreter = new EmbeddedInterpreter(models);
        var requests = messages.Select(message => new ReadingRequest { Text = message.Text, Locale = message.Language, Now = DateTimeOffset.UnixEpoch, Course = message.Before }).ToList();
        foreach (var request in requests)
            interpreter.Read(request);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        watch.Restart();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var request in requests)
                interpreter.Read(request);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        yield return new Figure("speed", "this machine", "whole readings a second, one core", Rounds * requests.Count / seconds);
        yield return new Figure("speed", "this machine", "bytes allocated a reading", (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / (Rounds * requests.Count));
    }
}
