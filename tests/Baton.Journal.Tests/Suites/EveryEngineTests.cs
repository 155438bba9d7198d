namespace Baton.Journal.Tests;

public sealed class EveryEngineTests
{
    [Fact]
    public void Every_engine_is_held_to_every_suite()
    {
        var types = typeof(EveryEngineTests).Assembly.GetTypes();
        var engines = types.Where(t => t.IsSubclassOf(typeof(Engine)) && !t.IsAbstract).ToList();
        var suites = types.Where(t => t is { IsAbstract: true, IsGenericTypeDefinition: true } && t.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == typeof(Suite<>)).ToList();
        Assert.Equal(Enum.GetNames<JournalEngine>().Select(name => $"{name}Engine").Order(), engines.Select(e => e.Name).Order());
        Assert.True(suites.Count >= 6);
        foreach (var suite in suites)
        {
            foreach (var engine in engines)
            {
                var held = suite.MakeGenericType(engine);
                Assert.True(types.Any(t => t.IsSubclassOf(held) && t.IsSealed), $"{engine.Name} is not held to {suite.Name}");
            }
        }
    }
}
