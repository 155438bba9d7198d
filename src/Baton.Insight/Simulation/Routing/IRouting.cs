using Baton.Desk;
using Baton.Journal;

namespace Baton.Insight;

/// <summary>Who gets whom: the real dispatch, or one of the usual ways to compare it with.</summary>
internal interface IRouting
{
    /// <summary>As it stands in the table.</summary>
    string Name { get; }

    /// <summary>Who is offered what now.</summary>
    IReadOnlyList<(ConversationId Conversation, WorkerId Worker)> Route(DateTimeOffset now, IReadOnlyList<WaitingCase> waiting, IReadOnlyList<SimulatedWorker> workers);
}

/// <summary>The names of the ways.</summary>
public static class RoutingNames
{
    /// <summary>Baton's own dispatch.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>First come, first served, by whoever has been without a new conversation for longest.</summary>
    public const string LongestIdle = "longest idle";

    /// <summary>First come, first served, by one worker after the other in a fixed order.</summary>
    public const string RoundRobin = "round robin";
}
