using System.Globalization;
using System.Security.Claims;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

/// <summary>What a program reads of conversations.</summary>
internal static class ConversationEndpoints
{
    private const int LongestSearch = 200;
    private const int LargestPage = 500;

    // Whoever acts and then looks must see the act; a projection that is stuck must not hold up everybody for ever.
    private static readonly TimeSpan WaitForProjections = TimeSpan.FromSeconds(2);

    public static void MapConversations(this IEndpointRouteBuilder routes)
    {
        var conversations = routes.MapPrograms("/v1/conversations", ApiScopes.ConversationsRead, "Workers");
        conversations.MapGet("", ListAsync).WithName("ListConversations").WithSummary("List and search conversations");
        conversations.MapGet("/{id}", GetAsync).WithName("GetConversation").WithSummary("One conversation at a glance").ProducesProblem(StatusCodes.Status404NotFound);
        conversations.MapGet("/{id}/log", LogEndpoint.ReadAsync).WithName("ReadLog").WithSummary("Every event of a conversation, the internal ones too")
            .Produces<LogAnswer>();
    }

    private static async Task<Results<Ok<ConversationsAnswer>, ProblemHttpResult>> ListAsync(
        ClaimsPrincipal user, IJournal journal, IConversationIndex index, TimeProvider time, CancellationToken cancellationToken,
        string? holder = null, string? worker = null, string? customer = null, string? q = null, int limit = 50, long? before = null)
    {
        if (limit is < 1 or > LargestPage) return Problems.Invalid("limit-invalid", $"\"limit\" is {LargestPage.ToString(CultureInfo.InvariantCulture)} at most and 1 at least.");
        if (q is { Length: > LongestSearch }) return Problems.Invalid("search-too-long", $"\"q\" has at most {LongestSearch.ToString(CultureInfo.InvariantCulture)} characters.");
        Holder? held = null;
        if (holder is not (null or "open"))
        {
            if (!Enum.GetNames<Holder>().Contains(holder, StringComparer.OrdinalIgnoreCase)) return Problems.Invalid("holder-invalid", "\"holder\" is agent, queue, worker, closed or open (all but closed).");
            held = Enum.Parse<Holder>(holder, ignoreCase: true);
        }

        if (worker == "me") worker = user.FindFirstValue(ApiClaims.Worker) ?? "";
        if (worker is not null && (worker.Length is 0 or > 64 || worker.Any(char.IsWhiteSpace)))
            return Problems.Invalid("worker-invalid", "\"worker\" is a worker's id, or me when the key acts as a worker.");

        await CatchUpAsync(journal, index, time, cancellationToken);
        var found = await index.ListAsync(
            new()
            {
                Holder = held,
                OpenOnly = holder == "open",
                Worker = worker is null ? null : new WorkerId(worker),
                CustomerId = customer,
                Text = string.IsNullOrWhiteSpace(q) ? null : q,
                Limit = limit,
                BeforePosition = before,
            },
            cancellationToken);
        return TypedResults.Ok(new ConversationsAnswer([.. found.Select(ConversationRow.Of)], found.Count == limit ? found[^1].Position : null));
    }

    private static async Task<Results<Ok<ConversationRow>, ProblemHttpResult>> GetAsync(
        ConversationId id, IJournal journal, IConversationIndex index, TimeProvider time, CancellationToken cancellationToken)
    {
        await CatchUpAsync(journal, index, time, cancellationToken);
        return await index.GetAsync(id, cancellationToken) is { } summary ? TypedResults.Ok(ConversationRow.Of(summary)) : Problems.NoConversation();
    }

    private static async Task CatchUpAsync(IJournal journal, IConversationIndex index, TimeProvider time, CancellationToken cancellationToken)
    {
        var caughtUp = index.WaitForAsync(await journal.GetHeadAsync(cancellationToken), cancellationToken);
        if (caughtUp.IsCompletedSuccessfully) return;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(caughtUp, Task.Delay(WaitForProjections, time, enough.Token));
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
