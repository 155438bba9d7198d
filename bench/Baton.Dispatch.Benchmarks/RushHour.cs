using System.Collections.Immutable;
using Baton.Desk;
using Baton.Journal;

namespace Baton.Dispatch.Benchmarks;

/// <summary>A rush hour, the same at every run: five languages, eight skills, moods, supervisors, and workers with all kinds of load.</summary>
internal static class RushHour
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] _languages = ["en", "de", "es", "fr", "zh"];
    private static readonly string[] _skills = ["orders", "refunds", "billing", "technical", "accounts", "legal", "shipping", "warranty"];

    public static WorkerAtWork[] Workers(int count, LoadOptions load)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(i => new WorkerAtWork(new($"w{i}"), random.Next(3, 7), Carrying(random, load))
        {
            Languages = [.. _languages.Where((_, at) => at == 0 || random.Next(6) == 0)],
            Skills = [.. _skills.Where(_ => random.Next(3) == 0)],
        })];
    }

    public static WaitingCase[] Waiting(int count, int workers)
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, count).Select(i => new WaitingCase(new(i.ToString("x32", null)), Now.AddSeconds(-random.Next(1_200)))
        {
            Language = _languages[random.Next(10) < 6 ? 0 : random.Next(_languages.Length)],
            Skills = [_skills[random.Next(_skills.Length)]],
            Risk = random.NextDouble(),
            Aggravation = Math.Pow(random.NextDouble(), 2),
            Supervisor = random.Next(10) < 8 ? new WorkerId($"w{random.Next(workers)}") : null,
            KnownBy = random.Next(10) == 0 ? new WorkerId($"w{random.Next(workers)}") : null,
        })];
    }

    private static WorkerLoad Carrying(Random random, LoadOptions load)
    {
        var carried = new WorkerLoad { Own = random.Next(3), Supervised = random.Next(20) };
        for (var n = random.Next(4); n > 0; n--) carried = carried.Takes(Now.AddMinutes(-15 * n), random.NextDouble(), load).Ends(Now.AddMinutes((-15 * n) + 9), 0, load);
        return carried;
    }
}
