using System.Globalization;
using System.Text;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

internal static class TranscriptEndpoint
{
    public static void MapTranscript(this IEndpointRouteBuilder routes) =>
        routes.MapCustomers(Throttle.Reads).MapGet("/transcript", GetAsync).WithName("Transcript").WithSummary("Download the conversation as text")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");

    private static async Task<FileContentHttpResult> GetAsync(ConversationId id, IJournal journal, CancellationToken cancellationToken)
    {
        var events = await journal.ReadAsync(id, 0, cancellationToken);
        var text = Write(events.Select(CustomerItems.Of).OfType<MessageItem>());
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", $"conversation-{id.Value[^8..]}.txt");
    }

    internal static string Write(IEnumerable<MessageItem> messages)
    {
        var text = new StringBuilder();
        foreach (var message in messages)
        {
            var who = message switch
            {
                { From: "customer" } => "You",
                { From: "agent" } => "AI assistant",
                { Name: { } name } => name,
                _ => "Service",
            };
            text.Append(CultureInfo.InvariantCulture, $"[{message.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC] {who}: ").AppendLine(message.Text);
            foreach (var file in message.Attachments)
                text.Append("    [").Append(file.Name).AppendLine("]");
        }

        return text.ToString();
    }
}
