using System.Text.Json;
using Baton.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Baton.Web;

/// <summary>Events as they are in the log.</summary>
/// <param name="Events">In order.</param>
/// <param name="Last">Ask after this number next time.</param>
internal sealed record LogAnswer(IReadOnlyList<LogItem> Events, int Last);

/// <summary>One event.</summary>
/// <param name="Seq">Its version: place in the conversation.</param>
/// <param name="Position">Place in the whole log.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Type">Its name with the version of its fields, e.g. <c>customer-wrote.1</c>.</param>
/// <param name="Data">Its fields.</param>
internal sealed record LogItem(int Seq, long Position, DateTimeOffset At, string Type, JsonElement Data)
{
    public static LogItem Of(LoggedEvent logged)
    {
        var reader = new Utf8JsonReader(EventTypes.Write(logged.Event));
        return new(logged.Version, logged.Position, logged.At, EventTypes.NameOf(logged.Event), JsonElement.ParseValue(ref reader));
    }
}

internal static class LogEndpoint
{
    public static async Task<Results<Ok<LogAnswer>, ProblemHttpResult>> ReadAsync(ConversationId id, IJournal journal, CancellationToken cancellationToken, int after = 0)
    {
        var events = await journal.ReadAsync(id, Math.Max(0, after), cancellationToken);
        if (events.Count == 0 && after <= 0) return Problems.NoConversation();
        return TypedResults.Ok(new LogAnswer([.. events.Select(LogItem.Of)], events.Count == 0 ? after : events[^1].Version));
    }
}
