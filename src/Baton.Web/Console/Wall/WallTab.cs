using Baton.Journal;

namespace Baton.Web;

/// <summary>Which part of the wall is shown.</summary>
public enum WallTab
{
    /// <summary>Everything that is live.</summary>
    All,

    /// <summary>Waiting for a person.</summary>
    Needs,

    /// <summary>Handled by the agent, at risk.</summary>
    Watched,

    /// <summary>Held by the worker who looks.</summary>
    Mine,
}

/// <summary>How many conversations each tab holds.</summary>
/// <param name="All">Live conversations.</param>
/// <param name="Needs">Waiting for a person.</param>
/// <param name="Watched">Handled by the agent, at risk.</param>
/// <param name="Mine">Held by the worker who looks.</param>
public sealed record WallCounts(int All, int Needs, int Watched, int Mine)
{
    /// <summary>The count of one tab.</summary>
    public int Of(WallTab tab) => tab switch
    {
        WallTab.Needs => Needs,
        WallTab.Watched => Watched,
        WallTab.Mine => Mine,
        _ => All,
    };

    internal static WallCounts From(IReadOnlyCollection<ConversationSummary> rows, WorkerId me)
    {
        int needs = 0, watched = 0, mine = 0;
        foreach (var row in rows)
        {
            if (WallOrder.NeedsPerson(row)) needs++;
            if (WallOrder.IsWatched(row)) watched++;
            if (WallTabs.IsMine(row, me)) mine++;
        }

        return new(rows.Count, needs, watched, mine);
    }
}

internal static class WallTabs
{
    public static bool Shows(WallTab tab, ConversationSummary row, WorkerId me) => tab switch
    {
        WallTab.Needs => WallOrder.NeedsPerson(row),
        WallTab.Watched => WallOrder.IsWatched(row),
        WallTab.Mine => IsMine(row, me),
        _ => true,
    };

    public static bool IsMine(ConversationSummary row, WorkerId me) => row.Holder == Holder.Worker && row.Worker == me;

    public static WallTab Parse(string? text) => Enum.TryParse<WallTab>(text, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : WallTab.All;
}
