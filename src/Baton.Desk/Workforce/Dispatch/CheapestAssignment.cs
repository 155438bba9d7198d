using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Baton.Desk;

/// <summary>
/// The cheapest way to give every row a column of its own: the shortest augmenting path method with augmenting row reduction of Jonker
/// and Volgenant ("A shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing 38, 1987), for more
/// columns than rows. Exact on whole numbers.
/// </summary>
internal sealed class CheapestAssignment
{
    /// <summary>The cost of a pair that must not be.</summary>
    public const int Never = 1 << 27;

    private const int MostDrop = 1 << 20;

    /// <summary>More bids leave fewer rows to the dearer search; from about here on they cost more than they save.</summary>
    private const int BidsPerRow = 20;

    private readonly IReadOnlyList<int[]> _costs;
    private readonly int _columns;
    private readonly int[] _price;
    private readonly int[] _rowOf;
    private readonly int[] _columnOf;
    private readonly int[] _distance;
    private readonly int[] _key;
    private readonly int[] _from;
    private readonly int[] _taken;
    private readonly List<int> _ready = [];

    private CheapestAssignment(IReadOnlyList<int[]> costs, int columns)
    {
        (_costs, _columns) = (costs, columns);
        _price = new int[columns];
        _rowOf = new int[columns];
        _distance = new int[columns];
        _key = new int[columns];
        _from = new int[columns];
        _taken = new int[columns];
        _columnOf = new int[costs.Count];
        Array.Fill(_rowOf, -1);
        Array.Fill(_columnOf, -1);
    }

    /// <summary>The column of each row. All rows together must fit: some way without <see cref="Never"/> must exist.</summary>
    public static int[] Solve(IReadOnlyList<int[]> costs, int columns)
    {
        var problem = new CheapestAssignment(costs, columns);
        problem.Bid();
        for (var row = 0; row < costs.Count; row++)
            if (problem._columnOf[row] < 0) problem.Augment(row);
        return problem._columnOf;
    }

    /// <summary>Rows take their best column and raise its price to where the second best is as good; who is pushed out bids again, for a while.</summary>
    private void Bid()
    {
        Queue<int> bidders = new(Enumerable.Range(0, _costs.Count));
        for (var bids = BidsPerRow * _costs.Count; bids > 0 && bidders.TryDequeue(out var row); bids--)
        {
            var costs = _costs[row];
            var (best, second) = TwoSmallest(costs);
            var column = Find(costs, best);
            if (column < 0) continue;
            _price[column] -= Math.Min(second - best, MostDrop);
            if (_rowOf[column] is >= 0 and var pushed)
            {
                // With two equally good the price stays: pushing each other to and fro would bring nothing.
                if (second == best) continue;
                _columnOf[pushed] = -1;
                bidders.Enqueue(pushed);
            }

            Give(row, column);
        }
    }

    private void Give(int row, int column)
    {
        _rowOf[column] = row;
        _columnOf[row] = column;
        _taken[column] = 1;
    }

    private (int Best, int Second) TwoSmallest(int[] costs)
    {
        var (best, second) = (new Vector<int>(int.MaxValue), new Vector<int>(int.MaxValue));
        var cost = Vectors(costs);
        var price = Vectors(_price);
        for (var i = 0; i < cost.Length; i++)
        {
            var reduced = cost[i] - price[i];
            second = Vector.Min(second, Vector.Max(best, reduced));
            best = Vector.Min(best, reduced);
        }

        var (first, next) = (int.MaxValue, int.MaxValue);
        for (var i = 0; i < Vector<int>.Count; i++)
        {
            Sort(best[i]);
            Sort(second[i]);
        }

        for (var column = cost.Length * Vector<int>.Count; column < _columns; column++) Sort(costs[column] - _price[column]);
        return (first, next);

        void Sort(int value)
        {
            if (value < first) (first, next) = (value, first);
            else if (value < next) next = value;
        }
    }

    /// <summary>The column of this reduced cost, a free one if there is; -1 when the cost is forbidden.</summary>
    private int Find(int[] costs, int reduced)
    {
        var found = -1;
        for (var column = 0; column < _columns; column++)
        {
            if (costs[column] - _price[column] != reduced || costs[column] >= Never) continue;
            if (_taken[column] == 0) return column;
            if (found < 0) found = column;
        }

        return found;
    }

    /// <summary>Finds the cheapest chain of changes that ends in a free column (Dijkstra), and makes them.</summary>
    private void Augment(int start)
    {
        Array.Fill(_distance, int.MaxValue);
        Array.Fill(_key, int.MaxValue);
        _ready.Clear();
        Relax(start, 0);
        int end;
        while (true)
        {
            end = TensorPrimitives.IndexOfMin<int>(_key);
            if (_distance[end] >= Never / 2) throw new InvalidOperationException("Not every row can have a column: what must not be asked was asked.");
            if (_rowOf[end] < 0) break;
            _key[end] = int.MaxValue;
            _ready.Add(end);
            var held = _rowOf[end];
            Relax(held, _distance[end] - (_costs[held][end] - _price[end]));
        }

        foreach (var column in _ready) _price[column] += _distance[column] - _distance[end];
        for (var (column, row) = (end, -1); row != start;)
        {
            row = _from[column];
            var before = _columnOf[row];
            Give(row, column);
            column = before;
        }
    }

    private void Relax(int row, int start)
    {
        var costs = _costs[row];
        var cost = Vectors(costs);
        var price = Vectors(_price);
        var distance = Vectors(_distance);
        var key = Vectors(_key);
        var from = Vectors(_from);
        var taken = Vectors(_taken);
        var (begin, me) = (new Vector<int>(start), new Vector<int>(row));
        for (var i = 0; i < cost.Length; i++)
        {
            var way = begin + cost[i] - price[i];
            var shorter = Vector.LessThan(way, distance[i]);
            if (shorter == Vector<int>.Zero) continue;
            distance[i] = Vector.ConditionalSelect(shorter, way, distance[i]);
            from[i] = Vector.ConditionalSelect(shorter, me, from[i]);
            // Among equally near columns the free ones come first.
            key[i] = Vector.ConditionalSelect(shorter, Vector.ShiftLeft(way, 1) + taken[i], key[i]);
        }

        for (var column = cost.Length * Vector<int>.Count; column < _columns; column++)
        {
            var way = start + costs[column] - _price[column];
            if (way >= _distance[column]) continue;
            (_distance[column], _from[column], _key[column]) = (way, row, (way << 1) + _taken[column]);
        }
    }

    private static Span<Vector<int>> Vectors(int[] values) => MemoryMarshal.Cast<int, Vector<int>>(values.AsSpan());
}
