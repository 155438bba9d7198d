using Baton.Journal;

namespace Baton.Web;

internal static class HeldOrder
{
    /// <summary>The fresh rows with the known ones in the order they had; a newcomer stands before the first row it outranks.</summary>
    public static IReadOnlyList<ConversationSummary> Keep(IReadOnlyList<ConversationSummary> shown, IReadOnlyList<ConversationSummary> fresh)
    {
        var byId = fresh.ToDictionary(row => row.Id);
        List<ConversationSummary> kept = new(fresh.Count);
        foreach (var row in shown)
            if (byId.Remove(row.Id, out var current)) kept.Add(current);
        foreach (var newcomer in fresh.Where(row => byId.ContainsKey(row.Id)))
        {
            var before = kept.FindIndex(row => WallOrder.Instance.Compare(newcomer, row) < 0);
            kept.Insert(before < 0 ? kept.Count : before, newcomer);
        }

        return kept;
    }
}
