namespace Baton.Language;

/// <summary>Solves a few linear equations.</summary>
internal static class LinearSystem
{
    /// <summary>x of A x = b by elimination with pivots; the matrix must not be singular.</summary>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var (rows, solution) = ((double[,])matrix.Clone(), (double[])right.Clone());
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(rows[row, column]));
            for (var other = 0; other < size; other++)
                (rows[column, other], rows[pivot, other]) = (rows[pivot, other], rows[column, other]);
            (solution[column], solution[pivot]) = (solution[pivot], solution[column]);
            for (var row = 0; row < size; row++)
            {
                if (row == column)
                    continue;
                var factor = rows[row, column] / rows[column, column];
                for (var other = column; other < size; other++)
                    rows[row, other] -= factor * rows[column, other];
                solution[row] -= factor * solution[column];
            }
        }

        return [.. Enumerable.Range(0, size).Select(row => solution[row] / rows[row, row])];
    }
}
