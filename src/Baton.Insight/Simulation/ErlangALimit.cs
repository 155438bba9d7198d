using Baton.Desk;

namespace Baton.Insight;

/// <summary>
/// The simulation in the limit in which theory knows the answer: everybody needs a person at once, a worker has one conversation at a
/// time, nobody has feelings, skills or languages, times are exponential. What the simulation then says must be what
/// <see cref="ErlangA"/> says.
/// </summary>
public static class ErlangALimit
{
    /// <summary>The share of customers who leave, as simulated and as computed.</summary>
    /// <param name="Servers">Workers.</param>
    /// <param name="Offered">Offered load, in workers.</param>
    /// <param name="Simulated">Share who left in the simulation.</param>
    /// <param name="Computed">Probability of leaving by Erlang-A.</param>
    public sealed record Comparison(int Servers, double Offered, double Simulated, double Computed);

    /// <summary>Simulates and computes.</summary>
    /// <param name="servers">Workers, at least 1.</param>
    /// <param name="offered">Offered load: how many workers would be busy if nobody left, above 0.</param>
    /// <param name="service">Mean service time.</param>
    /// <param name="patience">Mean patience.</param>
    /// <param name="customers">How many customers to simulate; the error falls with its square root.</param>
    /// <param name="seed">Seed.</param>
    public static Comparison Compare(int servers, double offered, TimeSpan service, TimeSpan patience, int customers, int seed)
    {
        DispatchOptions dispatch = new() { Every = TimeSpan.FromMilliseconds(100) };
        LoadOptions load = new() { WatchedWeight = 0, SupervisedWeight = 0 };
        SimulatedService limit = new() { Workers = servers, Capacity = 1, SlowedByEach = 0, SlowedByAggravation = 0 };
        var random = new Random(seed);
        List<Contact> contacts = new(customers);
        var at = Demand.Start;
        for (var i = 0; i < customers; i++)
        {
            at += Demand.Exponential(random, service / offered);
            contacts.Add(Plain(i, at, Demand.Exponential(random, service), Demand.Exponential(random, patience)));
        }

        SimulatedWorker[] workers = [.. Enumerable.Range(0, servers).Select(i => new SimulatedWorker(new($"w{i}"), 1, [(Demand.Start, at + TimeSpan.FromDays(1))]) { Languages = ["en"] })];
        var report = WeekSimulation.Run(limit, workers, contacts, new DispatchRouting(dispatch, load), dispatch, load);
        return new(servers, offered, report.LeftShare, ErlangA.Solve(servers, offered / service.TotalHours, service.TotalHours, patience.TotalHours).Left);
    }

    private static Contact Plain(int number, DateTimeOffset at, TimeSpan service, TimeSpan patience) => new(new(number.ToString("x32", null)), at)
    {
        Language = "en",
        Skill = "none",
        SignAfter = TimeSpan.Zero,
        EscalatesAfter = TimeSpan.Zero,
        AgentTakes = TimeSpan.Zero,
        Aggravation = 0,
        Patience = patience,
        LeavesSilently = false,
        LeavesPageOpen = false,
        Service = service,
        Notice = 1,
        Whisper = 1,
        Accepts = TimeSpan.Zero,
    };
}
