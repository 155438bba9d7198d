using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

/// <summary>A new API key.</summary>
internal sealed record KeyRequest : IRequestBody
{
    /// <summary>What it is for, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The account it acts as; needed for conversations:act.</summary>
    public string? Worker { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public ProblemHttpResult? Check() => TextRules.Check("name", Name, 100);
}

internal sealed record KeyItem(string Id, string Name, string Prefix, IReadOnlyList<string> Scopes, string? Worker, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>The key itself, in the answer to making it and never again.</summary>
    public string? Key { get; init; }

    public static KeyItem Of(ApiKey key) => new(key.Id, key.Name, key.Prefix, key.Scopes.Split(' '), key.WorkerId, key.CreatedAt, key.ExpiresAt, key.LastUsedAt);
}

internal sealed record KeysAnswer(IReadOnlyList<KeyItem> Keys);

internal static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapPrograms("/v1/keys", ApiScopes.KeysManage, "Keys");
        keys.MapPost("", CreateAsync).WithName("CreateKey").WithMetadata(new Example("""{"name":"reports","scopes":["conversations:read"]}""")).WithSummary("Make an API key");
        keys.MapGet("", ListAsync).WithName("ListKeys").WithSummary("List API keys");
        keys.MapDelete("/{keyId}", RevokeAsync).WithName("RevokeKey").WithSummary("Revoke an API key");
    }

    private static async Task<Results<Created<KeyItem>, ProblemHttpResult>> CreateAsync(Body<KeyRequest> body, ApiKeys keys, CancellationToken cancellationToken)
    {
        var request = body.Value;
        var result = await keys.CreateAsync(new(request.Name, request.Scopes, request.Worker, request.ExpiresAt), cancellationToken);
        return result.Key is { } key
            ? TypedResults.Created($"/v1/keys/{key.Id}", KeyItem.Of(key) with { Key = result.Secret })
            : Problems.Invalid("key-refused", result.Mistake!);
    }

    private static async Task<Ok<KeysAnswer>> ListAsync(ApiKeys keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(new KeysAnswer([.. (await keys.ListAsync(cancellationToken)).Select(KeyItem.Of)]));

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(string keyId, ApiKeys keys, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(keyId, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.Of(StatusCodes.Status404NotFound, "key-not-found", "There is no API key with this id that is not revoked. GET /v1/keys lists them.");
}
