using System.Numerics;

namespace Baton.Desk;

/// <summary>
/// Who can be served at all: customers come one by one, the most urgent first, and who finds a chain of hands that can be changed round
/// (Kuhn's augmenting paths) is in and stays in. The hands a vain search saw are closed for good: no later chain leads out of them.
/// </summary>
internal sealed class ServedFirst(int columns)
{
    private readonly ulong[] _closed = new ulong[(columns + 63) / 64];
    private readonly ulong[] _taken = new ulong[(columns + 63) / 64];
    private readonly ulong[] _seen = new ulong[(columns + 63) / 64];
    private readonly int[] _holder = new int[columns];
    private readonly int[] _from = new int[columns];
    private readonly List<(ulong[] Columns, int At)> _in = [];
    private readonly Queue<int> _next = new();

    /// <summary>True when one more customer, who may be served in these columns, can be served besides those before.</summary>
    public bool TryAdd(ulong[] mayServe)
    {
        var me = _in.Count;
        _in.Add((mayServe, -1));
        _closed.CopyTo(_seen, 0);
        _next.Clear();
        var end = See(me);
        while (end < 0 && _next.TryDequeue(out var column)) end = See(_holder[column]);
        if (end < 0)
        {
            _seen.CopyTo(_closed, 0);
            _in.RemoveAt(me);
            return false;
        }

        _taken[end >> 6] |= 1UL << end;
        while (true)
        {
            var who = _from[end];
            var before = _in[who].At;
            _holder[end] = who;
            _in[who] = (_in[who].Columns, end);
            if (who == me) return true;
            end = before;
        }
    }

    /// <summary>Looks through the columns one customer may have; answers a free one, or -1 after queueing those not seen before.</summary>
    private int See(int who)
    {
        var mayServe = _in[who].Columns;
        for (var word = 0; word < mayServe.Length; word++)
        {
            var news = mayServe[word] & ~_seen[word];
            if (news == 0) continue;
            if ((news & ~_taken[word]) is not 0 and var free)
            {
                var end = (word << 6) + BitOperations.TrailingZeroCount(free);
                _from[end] = who;
                return end;
            }

            _seen[word] |= news;
            for (; news != 0; news &= news - 1)
            {
                var column = (word << 6) + BitOperations.TrailingZeroCount(news);
                _from[column] = who;
                _next.Enqueue(column);
            }
        }

        return -1;
    }
}
