using Baton.Journal;

namespace Baton.Desk;

/// <summary>Writes down what people did after a takeover in the same append in which the worker's part ends.</summary>
internal static class EffortMeasures
{
    /// <summary>The events, and behind them the measures of each part that ends with one of them.</summary>
    /// <param name="state">The conversation before them.</param>
    /// <param name="history">Its events so far.</param>
    /// <param name="events">What happens now.</param>
    /// <param name="now">When.</param>
    public static IReadOnlyList<ConversationEvent> With(ConversationState state, IReadOnlyList<LoggedEvent> history, IReadOnlyList<ConversationEvent> events, DateTimeOffset now)
    {
        var held = state.Holder == Holder.Worker || events.Any(happened => happened is WorkerTookOver);
        if (!held || !events.Any(EffortFold.EndsPart)) return events;
        var fold = new EffortFold();
        foreach (var logged in history) fold.Add(logged);
        List<ConversationEvent>? measured = null;
        for (var i = 0; i < events.Count; i++)
        {
            if (fold.Add(new(0, default, state.Version + i + 1, now, events[i])) is { } ended) (measured ??= [.. events]).Add(Of(ended));
        }

        return measured ?? events;
    }

    private static EffortMeasured Of(WorkerEffort part) => new(
        part.Worker, part.TakenOverIn, part.How, part.Kind, part.IsEmotional, part.Messages, part.Rounds, part.AllRounds, part.Questions, part.Solutions);
}
