namespace Baton;

/// <summary>Who comes next: everybody once in a shuffled order, then again in another.</summary>
internal sealed class SimulatedCast(int seed)
{
    private readonly Lock _turn = new();
    private readonly Random _shuffle = new(seed);
    private readonly Queue<SimulatedScript> _waiting = new();
    private int _visits;

    /// <summary>The next script, with random numbers of its own that depend on the seed and its place in the order only.</summary>
    public (SimulatedScript Script, Random Random) Next()
    {
        lock (_turn)
        {
            if (_waiting.Count == 0)
            {
                var all = SimulatedScripts.All.ToArray();
                _shuffle.Shuffle(all);
                foreach (var script in all)
                    _waiting.Enqueue(script);
            }

            return (_waiting.Dequeue(), new Random(HashCode(seed, _visits++)));
        }
    }

    // Not System.HashCode, which differs from run to run.
    private static int HashCode(int seed, int visit) => unchecked((seed * 16_777_619) ^ (visit * 374_761_393));
}
