namespace Baton.Insight;

/// <summary>
/// The queue with impatient customers (M/M/n+M), computed from its birth and death rates: what a simulation must come to in the limit
/// of one conversation at a time and no feelings. Palm 1957; Mandelbaum and Zeltyn, "Service engineering in action" 2007.
/// </summary>
public static class ErlangA
{
    /// <summary>Long-run figures of the queue.</summary>
    /// <param name="MeanWait">Mean wait of everybody, those who leave included, in the unit of the times given.</param>
    /// <param name="Left">Probability of leaving before being served.</param>
    /// <param name="Waits">Probability of having to wait at all.</param>
    public sealed record Figures(double MeanWait, double Left, double Waits);

    /// <summary>Computes the figures.</summary>
    /// <param name="servers">How many serve, at least 1.</param>
    /// <param name="arrivals">Customers in a unit of time, above 0.</param>
    /// <param name="service">Mean service time, above 0.</param>
    /// <param name="patience">Mean patience, above 0.</param>
    public static Figures Solve(int servers, double arrivals, double service, double patience)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        // Weights of the states relative to the busiest one without a queue; far states vanish because impatience empties the queue.
        double weight = 1, sum = 1, queue = 0, busy = 1;
        for (var k = servers; k > 0; k--)
        {
            weight *= k / (arrivals * service);
            sum += weight;
        }

        weight = 1;
        for (var waiting = 1; weight > 1e-15 || waiting < 10 * servers; waiting++)
        {
            weight *= arrivals / ((servers / service) + (waiting / patience));
            sum += weight;
            busy += weight;
            queue += waiting * weight;
        }

        var meanQueue = queue / sum;
        return new(meanQueue / arrivals, meanQueue / patience / arrivals, busy / sum);
    }
}
