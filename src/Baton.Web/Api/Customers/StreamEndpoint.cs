using System.Globalization;
using Baton.Desk;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Baton.Web;

/// <summary>Follows a conversation as Server-Sent Events.</summary>
internal static partial class StreamEndpoint
{
    public static void MapStream(this IEndpointRouteBuilder routes) =>
        routes.MapCustomers(Throttle.Streams).MapGet("/stream", FollowAsync).WithName("FollowEvents").WithSummary("Follow events as they happen (Server-Sent Events)")
            .Produces<CustomerItem>(StatusCodes.Status200OK, "text/event-stream");

    private static async Task FollowAsync(
        ConversationId id, HttpContext context, ILiveFeed feed, IWorkforce workforce, ILogger<EventStream> logger, IOptions<WebOptions> options, TimeProvider time, IHostApplicationLifetime lifetime, int after = 0)
    {
        // What the browser saw last wins over the address, which stays the same when the browser connects again by itself.
        if (int.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)) after = seen;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache, no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var stream = new EventStream(context.Response.BodyWriter, time, options.Value.StreamHeartbeat);

        // Beside it: who follows a conversation must not wait for the node that counts customers, least of all when it has just died.
        var noted = NoteAsync(workforce, id, isThere: true, logger, ending.Token);
        try
        {
            await stream.WriteAsync(feed.FollowAsync(id, Math.Max(0, after), ending.Token), ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The customer left or the server stops: the client connects again and resumes after the last id it saw.
        }
        finally
        {
            await noted;
            if (!lifetime.ApplicationStopping.IsCancellationRequested) await NoteAsync(workforce, id, isThere: false, logger, CancellationToken.None);
        }
    }

    private static async Task NoteAsync(IWorkforce workforce, ConversationId id, bool isThere, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await workforce.NoteCustomerAsync(id, isThere, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The customer has left already, and is told of as left.
        }
        catch (Exception failure)
        {
            LogNotNoted(logger, id, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether the customer of conversation {Conversation} is there could not be noted; they are taken to be.")]
    private static partial void LogNotNoted(ILogger logger, ConversationId conversation, Exception failure);
}
