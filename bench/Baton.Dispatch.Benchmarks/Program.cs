using System.Diagnostics;
using System.Globalization;
using Baton.Desk;
using Baton.Dispatch.Benchmarks;

// Whole decisions, timed one by one: their distribution says more than a mean.
(int Workers, int Waiting)[] sizes = [(20, 10), (200, 50), (200, 1_000), (1_000, 200), (1_000, 5_000)];
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50;
LoadOptions load = new();
Console.WriteLine("| workers | waiting | offers | median ms | p99 ms | offers per second |");
Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
foreach (var (workers, waiting) in sizes)
{
    DispatchOptions options = new();
    var team = RushHour.Workers(workers, load);
    var cases = RushHour.Waiting(waiting, workers);
    var plan = DispatchPolicy.Decide(RushHour.Now, cases, team, options, load);
    List<double> times = new(rounds);
    for (var round = 0; round < rounds + 10; round++)
    {
        var began = Stopwatch.GetTimestamp();
        plan = DispatchPolicy.Decide(RushHour.Now, cases, team, options, load);
        if (round >= 10) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    times.Sort();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {workers} | {waiting} | {plan.Assignments.Count} | {times[times.Count / 2]:F2} | {times[(int)(times.Count * 0.99)]:F2} | {plan.Assignments.Count * 1_000 / times.Average():F0} |"));
}
