using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

/// <summary>
/// Every route of the API is made in one of these groups, which carry who may call, how often, how much and what is checked, so that
/// no route can forget them.
/// </summary>
internal static class ApiGroups
{
    public const string CustomerCors = "customers";

    private const long JsonBytes = 1024 * 1024;

    /// <summary>Opening a conversation: the one thing that anybody may do.</summary>
    public static RouteGroupBuilder MapAnybody(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/v1/conversations").AllowAnonymous().RequireCors(CustomerCors).Common(Throttle.Open, "Customers");

    /// <summary>Handing in a form: anybody may, from the pages that are allowed.</summary>
    public static RouteGroupBuilder MapForms(this IEndpointRouteBuilder routes, string path) =>
        routes.MapGroup(path).AllowAnonymous().RequireCors(CustomerCors).Common(Throttle.Open, "Customers");

    /// <summary>What a customer may do with the conversation that the token opens.</summary>
    public static RouteGroupBuilder MapCustomers(this IEndpointRouteBuilder routes, string throttle, long bytes = JsonBytes) =>
        routes.MapGroup("/v1/conversations/{id}").RequireAuthorization(OwnConversation.Policy).RequireCors(CustomerCors).Common(throttle, "Customers", bytes);

    /// <summary>What the conversation's customer may do, and a program whose key has the scope.</summary>
    public static RouteGroupBuilder MapParticipants(this IEndpointRouteBuilder routes, string throttle, string scope, long bytes = JsonBytes) =>
        routes.MapGroup("/v1/conversations/{id}").RequireAuthorization(OwnConversation.Or(scope)).RequireCors(CustomerCors)
            .WithMetadata(new NeedsScope(scope)).Common(throttle, "Attachments", bytes);

    /// <summary>What a program may do whose key has the scope. Never from a page of another origin: a key does not belong into a browser.</summary>
    public static RouteGroupBuilder MapPrograms(this IEndpointRouteBuilder routes, string path, string scope, string tag) =>
        routes.MapGroup(path).RequireAuthorization(scope).WithMetadata(new NeedsScope(scope)).Common(Throttle.Workers, tag)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    private static RouteGroupBuilder Common(this RouteGroupBuilder group, string throttle, string tag, long bytes = JsonBytes) => group
        .RequireRateLimiting(throttle)
        .AddEndpointFilter<RouteGroupBuilder, BodyFilter>()
        .WithMetadata(new RequestSize(bytes))
        .WithTags(tag)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private sealed record RequestSize(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
