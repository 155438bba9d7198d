namespace Baton.Desk;

/// <summary>The workers who can be given one conversation now; each is a column of the assignment.</summary>
internal sealed class FreeHands
{
    private readonly Hand[] _hands;

    public FreeHands(IEnumerable<Hand> hands)
    {
        _hands = [.. hands];
    }

    public int Count => _hands.Length;

    /// <summary>The worker whose column it is.</summary>
    public int WorkerOf(int column) => _hands[column].Worker;

    /// <summary>What a case costs in every column, from what it costs at every worker.</summary>
    public int[] CostsOf(ReadOnlySpan<int> atWorkers, bool isEmotional)
    {
        var costs = new int[Count];
        for (var column = 0; column < costs.Length; column++)
        {
            var hand = _hands[column];
            costs[column] = isEmotional && !hand.TakesEmotional
                ? CheapestAssignment.Never
                : Math.Min(CheapestAssignment.Never, atWorkers[hand.Worker] + hand.Cost + (isEmotional ? hand.EmotionalCost : 0));
        }

        return costs;
    }

    /// <summary>The columns that may take a case, from who may take it at all: one bit a column.</summary>
    public ulong[] Columns(Func<int, bool> mayServe, bool isEmotional)
    {
        var columns = new ulong[(Count + 63) / 64];
        for (var column = 0; column < Count; column++)
            if ((!isEmotional || _hands[column].TakesEmotional) && mayServe(_hands[column].Worker)) columns[column >> 6] |= 1UL << column;
        return columns;
    }
}

/// <summary>A worker who is free; costs in whole seconds.</summary>
/// <param name="Worker">Which.</param>
/// <param name="Cost">What a case costs whatever it is.</param>
/// <param name="TakesEmotional">Whether the caps allow an emotional case.</param>
/// <param name="EmotionalCost">What an emotional case costs more.</param>
internal readonly record struct Hand(int Worker, int Cost, bool TakesEmotional, int EmotionalCost);
