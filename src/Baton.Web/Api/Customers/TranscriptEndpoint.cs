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
        var locale = events.Select(logged => logged.Event).OfType<ConversationOpened>().FirstOrDefault()?.Locale ?? "en";
        var text = Write(events.Select(CustomerItems.Of).OfType<MessageItem>(), TranscriptLabels.For(locale));
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", $"conversation-{id.Value[^8..]}.txt");
    }

    private static string Write(IEnumerable<MessageItem> messages, TranscriptLabels labels)
    {
        var text = new StringBuilder();
        foreach (var message in messages)
        {
            var who = message switch
            {
                { From: "customer" } => labels.Customer,
                { From: "agent" } => labels.Agent,
                { Name: { } name } => name,
                _ => labels.Service,
            };
            text.Append(CultureInfo.InvariantCulture, $"[{message.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC] {who}: ").AppendLine(message.Text);
            foreach (var file in message.Attachments)
                text.Append("    [").Append(file.Name).AppendLine("]");
        }

        return text.ToString();
    }
}

/// <summary>Who speaks, in the customer's language.</summary>
internal sealed record TranscriptLabels(string Customer, string Agent, string Service)
{
    private static readonly TranscriptLabels English = new("You", "AI assistant", "Service");

    private static readonly Dictionary<string, TranscriptLabels> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["de"] = new("Sie", "KI-Assistent", "Service"),
        ["es"] = new("Usted", "Asistente de IA", "Servicio"),
        ["fr"] = new("Vous", "Assistant IA", "Service"),
        ["zh"] = new("您", "AI 助手", "客服"),
    };

    /// <summary>The labels of a BCP 47 locale; English where there are none.</summary>
    public static TranscriptLabels For(string locale) => Languages.GetValueOrDefault(locale.Split('-')[0], English);
}
