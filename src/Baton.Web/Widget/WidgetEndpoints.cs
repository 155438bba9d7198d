using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Baton.Web;

/// <summary>Serves the widget to the pages that may embed it.</summary>
internal static class WidgetEndpoints
{
    // The name of a build is part of the address of its modules, so that no browser ever mixes two builds.
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    public static IServiceCollection AddWidget(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WidgetOptions>().Bind(configuration.GetSection(WidgetOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WidgetOptions>, WidgetOptionsValidator>();
        return services.AddSingleton<WidgetFiles>();
    }

    public static void MapWidget(this IEndpointRouteBuilder routes)
    {
        var widget = routes.MapGroup("/widget").AllowAnonymous().RequireCors(ApiGroups.CustomerCors).ExcludeFromDescription();
        widget.MapGet("/{file}", (string file, HttpContext context, WidgetFiles files) => Answer(context, files.Find(file), AskAgain));
        widget.MapGet("/texts/{file}", (string file, HttpContext context, WidgetFiles files) => Answer(context, files.Find($"texts/{file}"), AskAgain));
        // A page that loaded the script before an update asks for the former build: it gets the present one, uncached.
        widget.MapGet("/{build}/{file}", (string build, string file, HttpContext context, WidgetFiles files) =>
            Answer(context, files.Find(file), build == files.Build ? ForGood : AskAgain));
    }

    private static Results<FileContentHttpResult, NotFound> Answer(HttpContext context, WidgetFile? file, string caching)
    {
        if (file is null) return TypedResults.NotFound();
        // Browsers take Brotli over TLS and from this machine only; everything else gets gzip.
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding.Where(encoding => encoding.Quality is not 0).Select(encoding => encoding.Value.Value).ToList();
        var (coding, content) = accepted.Contains("br") ? ("br", file.Brotli) : accepted.Contains("gzip") ? ("gzip", file.Gzip) : (null, file.Plain);
        var headers = context.Response.Headers;
        headers.CacheControl = caching;
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        headers.XContentTypeOptions = "nosniff";
        if (coding is not null) headers.ContentEncoding = coding;
        return TypedResults.Bytes(content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Hash}-{coding ?? "plain"}\""));
    }
}
