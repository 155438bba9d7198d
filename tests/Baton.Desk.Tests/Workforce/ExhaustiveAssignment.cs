namespace Baton.Desk.Tests;

/// <summary>Tries everything: the stated aim of dispatch, written down as plainly as possible.</summary>
internal static class ExhaustiveAssignment
{
    /// <summary>Which rows are served (the earliest first, whatever it costs) and the smallest cost of serving exactly these.</summary>
    public static (bool[] Served, int Cost) Solve(IReadOnlyList<int[]> rows, int columns)
    {
        var best = (Served: new bool[rows.Count], Cost: int.MaxValue);
        var choice = new int[rows.Count];
        Try(0, 0, 0);
        return best;

        void Try(int at, int taken, int cost)
        {
            if (at == rows.Count)
            {
                Keep(cost);
                return;
            }

            choice[at] = -1;
            Try(at + 1, taken, cost);
            for (var column = 0; column < columns; column++)
            {
                if ((taken >> column & 1) != 0 || rows[at][column] >= CheapestAssignment.Never) continue;
                choice[at] = column;
                Try(at + 1, taken | 1 << column, cost + rows[at][column]);
            }
        }

        void Keep(int cost)
        {
            var served = choice.Select(column => column >= 0).ToArray();
            var order = Compare(served, best.Served);
            if (order > 0 || (order == 0 && cost < best.Cost)) best = (served, cost);
        }
    }

    private static int Compare(bool[] a, bool[] b)
    {
        for (var i = 0; i < a.Length; i++)
            if (a[i] != b[i]) return a[i] ? 1 : -1;
        return 0;
    }
}
