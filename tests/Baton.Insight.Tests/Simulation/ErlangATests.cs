namespace Baton.Insight.Tests;

public sealed class ErlangATests
{
    [Fact]
    public void With_patience_as_long_as_service_the_number_in_the_system_is_a_Poisson_number()
    {
        // Then each customer is gone at the same rate whether served or waiting: M/M/infinity (Mandelbaum and Zeltyn 2007).
        const double Load = 9;
        const int Servers = 10;
        double poisson = Math.Exp(-Load), below = 0;
        for (var k = 0; k < Servers; k++, poisson *= Load / k) below += poisson;
        Assert.Equal(1 - below, ErlangA.Solve(Servers, Load, 1, 1).Waits, 9);
    }

    [Fact]
    public void With_endless_patience_it_is_Erlang_C()
    {
        // Erlang C for 3 servers and 2 erlangs is 4/9, and the mean wait 4/9 of a service time.
        var figures = ErlangA.Solve(3, 2, 1, 1e7);
        Assert.Equal(4.0 / 9, figures.Waits, 4);
        Assert.Equal(4.0 / 9, figures.MeanWait, 4);
    }

    [Theory]
    [InlineData(5, 4.5)]
    [InlineData(20, 20)]
    [InlineData(20, 24)]
    public void The_simulation_comes_to_what_theory_says_in_its_limit(int servers, double offered)
    {
        var limit = ErlangALimit.Compare(servers, offered, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(8), 6_000, seed: 3);
        Assert.InRange(limit.Simulated, limit.Computed - 0.025, limit.Computed + 0.025);
    }

    [Fact]
    public void Gini_is_zero_for_alike_and_known_for_known_values()
    {
        Assert.Equal(0, Spread.Gini([3, 3, 3]), 12);
        Assert.Equal(0.25, Spread.Gini([1, 2, 3, 4]), 12);
        Assert.Equal(0.75, Spread.Gini([0, 0, 0, 1]), 12);
        Assert.Equal(0, Spread.Gini([]));
    }
}
