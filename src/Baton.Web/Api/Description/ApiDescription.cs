using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Baton.Web;

/// <summary>The API described for programs (/openapi/v1.json) and for people (/api).</summary>
internal static class ApiDescription
{
    private const string Token = "conversationToken";
    private const string Key = "apiKey";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Baton",
                Version = "v1",
                Description = "Customers hold a conversation with a conversation token; programs work with an API key. Errors are problem details (RFC 9457) with a stable `code` and a `detail` that says what to do.",
            };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Token] = Bearer("The token that opening a conversation answered (bt_…). It opens that conversation only."),
                [Key] = Bearer("An API key (bk_…) with the scope that the operation names."),
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Secure(operation, context);
            Exemplify(operation, context.Description.ActionDescriptor.EndpointMetadata);
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/api", options =>
        {
            options.Title = "Baton API";
            // Everything comes from this server: the page works without the internet.
            options.DefaultFonts = false;
            options.OpenApiRoutePattern = "/openapi/{documentName}.json";
        }).AllowAnonymous();
    }

    private static OpenApiSecurityScheme Bearer(string description) => new() { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = description };

    private static void Secure(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any()) return;
        var scope = metadata.OfType<NeedsScope>().LastOrDefault()?.Scope;
        var isForCustomers = metadata.OfType<IAuthorizeData>().Any(data => data.Policy?.StartsWith(OwnConversation.Policy, StringComparison.Ordinal) == true);
        operation.Security = [];
        if (isForCustomers) operation.Security.Add(new() { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] });
        if (scope is not null)
        {
            operation.Security.Add(new() { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] });
            operation.Description = $"{operation.Description} Needs the scope `{scope}`{(isForCustomers ? " or the conversation's token" : "")}.".TrimStart();
        }
    }

    private static void Exemplify(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<Example>().FirstOrDefault() is not { } example || operation.RequestBody?.Content is not { } content) return;
        foreach (var media in content.Values) media.Example = JsonNode.Parse(example.Json);
    }
}

/// <summary>An example of a request's body.</summary>
internal sealed record Example(string Json);
