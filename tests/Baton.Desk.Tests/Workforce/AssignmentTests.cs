using CsCheck;

namespace Baton.Desk.Tests;

/// <summary>The solver against one that tries everything, and against the condition that proves an assignment cheapest.</summary>
public sealed class AssignmentTests
{
    private static readonly Gen<int> Cost = Gen.Frequency((5, Gen.Int[-40, 60]), (1, Gen.Const(CheapestAssignment.Never)), (1, Gen.Int[5_000, 5_100]));

    private static readonly Gen<(int Columns, int[][] Rows)> Problem =
        from columns in Gen.Int[1, 6]
        from rows in Cost.Array[columns].Array[0, 6]
        select (columns, rows);

    [Fact]
    public void The_most_urgent_are_served_at_the_least_cost_as_trying_everything_finds() => Problem.Sample(
        problem =>
        {
            var (served, cost) = ExhaustiveAssignment.Solve(problem.Rows, problem.Columns);
            var (added, columnOf) = Solve(problem.Rows, problem.Columns);
            Assert.Equal(served, added);
            var rows = problem.Rows.Where((_, i) => served[i]).ToList();
            Assert.Equal(cost, rows.Select((row, i) => row[columnOf[i]]).Sum());
            Assert.Equal(columnOf.Length, columnOf.Distinct().Count());
        },
        iter: 3_000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_two_or_three_customers_of_a_large_problem_could_be_changed_round_for_less(int seed)
    {
        // Wider than one vector, so that both halves of the loops are taken, and tight: as many rows as columns.
        var random = new Random(seed);
        int[][] rows = [.. Enumerable.Range(0, 75).Select(_ => Enumerable.Range(0, 75).Select(_ => random.Next(4) == 0 ? CheapestAssignment.Never : random.Next(0, 300)).ToArray())];
        var (_, columnOf) = Solve(rows, 75);
        Assert.Equal(75, columnOf.Distinct().Count());
        for (var a = 0; a < 75; a++)
        {
            for (var b = 0; b < 75; b++)
            {
                for (var c = 0; c < 75; c++)
                    if (a != b && b != c && a != c) Assert.True(Now(a) + Now(b) + Now(c) <= (long)rows[a][columnOf[b]] + rows[b][columnOf[c]] + rows[c][columnOf[a]]);
            }
        }

        long Now(int row) => rows[row][columnOf[row]];
    }

    private static (bool[] Added, int[] ColumnOf) Solve(int[][] rows, int columns)
    {
        var served = new ServedFirst(columns);
        var added = rows.Select(row => served.TryAdd(Bits(row))).ToArray();
        return (added, CheapestAssignment.Solve([.. rows.Where((_, i) => added[i])], columns));
    }

    private static ulong[] Bits(int[] row)
    {
        var bits = new ulong[(row.Length + 63) / 64];
        for (var column = 0; column < row.Length; column++)
            if (row[column] < CheapestAssignment.Never) bits[column >> 6] |= 1UL << column;
        return bits;
    }
}
