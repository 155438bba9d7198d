using Baton.Journal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Web.Tests;

public sealed class DescriptionTests
{
    [Fact]
    public async Task The_description_names_every_route_with_its_security_and_the_page_loads_nothing_from_elsewhere()
    {
        await using var server = await ApiServer.StartAsync();
        var document = (await server.GetAsync("/openapi/v1.json")).Json;
        var paths = document.GetProperty("paths");
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText?.StartsWith("/v1", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(routes);
        foreach (var route in routes)
        {
            var method = route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single().ToLowerInvariant();
            var operation = paths.GetProperty(route.RoutePattern.RawText!.TrimEnd('/')).GetProperty(method);
            Assert.True(operation.GetProperty("responses").TryGetProperty("429", out _));
            Assert.Equal(route.Metadata.GetMetadata<IAllowAnonymous>() is null, operation.TryGetProperty("security", out _));
        }

        Assert.Equal("Where is my order SO-10042?", paths.GetProperty("/v1/conversations/{id}/messages").GetProperty("post").GetProperty("requestBody")
            .GetProperty("content").GetProperty("application/json").GetProperty("example").GetProperty("text").GetString());

        var page = await server.GetAsync("/api/");
        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("https://", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_route_forgets_who_may_call_how_often_and_how_much()
    {
        await using var server = await ApiServer.StartAsync();
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText?.StartsWith("/v1", StringComparison.Ordinal) == true).ToList();
        // Who opens a conversation or hands in a form cannot have a token yet; nothing else is open.
        var open = routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).ToList();
        Assert.Equal(["OpenConversation", "SubmitForm"], open.Select(route => route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName).Order(StringComparer.Ordinal));
        Assert.All(routes, route =>
        {
            Assert.True(open.Contains(route) || route.Metadata.GetMetadata<IAuthorizeData>() is not null, route.DisplayName);
            Assert.NotNull(route.Metadata.GetMetadata<EnableRateLimitingAttribute>());
            Assert.NotNull(route.Metadata.GetMetadata<IRequestSizeLimitMetadata>());
        });
    }

    [Fact]
    public void Every_event_is_either_shown_to_customers_or_listed_as_internal()
    {
        var types = typeof(ConversationEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ConversationEvent))).ToList();
        string[] shown =
        [
            nameof(ConversationOpened), nameof(CustomerWrote), nameof(AgentReplied), nameof(WorkerReplied), nameof(CustomerNotified), nameof(Escalated), nameof(WorkerReleased),
            nameof(WorkerTookOver), nameof(GivenBack), nameof(ConversationReopened), nameof(ConversationClosed), nameof(ConversationRated), nameof(AnswerArranged),
        ];
        Assert.Equal(types.Select(type => type.Name).Order(StringComparer.Ordinal), CustomerItems.Internal.Select(type => type.Name).Concat(shown).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_workers_say_among_themselves_never_reaches_a_customer()
    {
        const string Secret = "for workers only";
        var worker = new WorkerId("w-1");
        ConversationEvent[] events =
        [
            new Escalated(EscalationKind.Emotional, EscalationTrigger.Algorithm, Secret, [1], 2),
            new WorkerTookOver(new("secret-id"), "Mia", Secret, 3),
            new GivenBack(worker, Secret, 4),
            new WorkerReleased(worker, Secret, 5),
            new ConversationRated(3, Secret),
            new AgentReplied("hello", 1, [], [Secret]),
            new WorkerReplied(new("secret-id"), "Mia", "m", "hello", []),
            new ConversationClosed(Secret, new("secret-id"), "resolved"),
            new ConversationOpened("web", new(Secret, Secret, Secret), "en", Secret, false),
        ];
        foreach (var happened in events)
        {
            var item = CustomerItems.Of(new(1, ConversationId.New(TimeProvider.System), 1, DateTimeOffset.UnixEpoch, happened))!;
            var json = System.Text.Json.JsonSerializer.Serialize(item, ApiJson.For<CustomerItem>());
            Assert.DoesNotContain("only", json, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-id", json, StringComparison.Ordinal);
        }
    }
}
