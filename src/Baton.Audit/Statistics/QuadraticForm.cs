namespace Baton.Audit;

/// <summary>The distance of differences that sum to nothing from nothing, in units of their covariance.</summary>
internal static class QuadraticForm
{
    /// <summary>The last of the differences is given by the others and left out, as are those that cannot vary.</summary>
    public static double Of(double[] differences, double[,] covariance)
    {
        var kept = Enumerable.Range(0, differences.Length).Where(index => covariance[index, index] > 0).ToArray();
        if (kept.Length < 2)
            return 0;
        kept = kept[..^1];
        var matrix = new double[kept.Length, kept.Length + 1];
        for (var row = 0; row < kept.Length; row++)
        {
            for (var column = 0; column < kept.Length; column++)
                matrix[row, column] = covariance[kept[row], kept[column]];
            matrix[row, kept.Length] = differences[kept[row]];
        }

        var solution = Solve(matrix);
        return kept.Select((index, row) => differences[index] * solution[row]).Sum();
    }

    /// <summary>Gaussian elimination with the largest pivot; a column without one has no weight.</summary>
    private static double[] Solve(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        for (var pivot = 0; pivot < size; pivot++)
        {
            var best = Enumerable.Range(pivot, size - pivot).MaxBy(row => Math.Abs(matrix[row, pivot]));
            for (var column = 0; column <= size; column++)
                (matrix[pivot, column], matrix[best, column]) = (matrix[best, column], matrix[pivot, column]);
            if (matrix[pivot, pivot] == 0)
                continue;
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column <= size; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
            }
        }

        var solution = new double[size];
        for (var row = size - 1; row >= 0; row--)
        {
            var rest = matrix[row, size];
            for (var column = row + 1; column < size; column++)
                rest -= matrix[row, column] * solution[column];
            solution[row] = matrix[row, row] == 0 ? 0 : rest / matrix[row, row];
        }

        return solution;
    }
}
