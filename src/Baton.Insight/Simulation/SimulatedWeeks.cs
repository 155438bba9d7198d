using Baton.Desk;

namespace Baton.Insight;

/// <summary>The same week under the real dispatch and under the usual ways of routing.</summary>
public static class SimulatedWeeks
{
    /// <summary>Runs the week once for each way, on the same customers; the dispatch first.</summary>
    public static IReadOnlyList<WeekReport> Compare(SimulatedService service, DispatchOptions dispatch, LoadOptions load)
    {
        var contacts = Demand.Contacts(service);
        IRouting[] ways = [new DispatchRouting(dispatch, load), new FirstComeRouting(RoutingNames.LongestIdle), new FirstComeRouting(RoutingNames.RoundRobin)];
        return [.. ways.Select(way => WeekSimulation.Run(service, Demand.Workers(service), contacts, way, dispatch, load))];
    }
}
