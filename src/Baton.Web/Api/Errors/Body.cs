using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Baton.Web;

/// <summary>A request's content that knows its own bounds.</summary>
internal interface IRequestBody
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    ProblemHttpResult? Check();
}

/// <summary>A request's content that may be left out: then it has its defaults.</summary>
internal interface IOptionalBody : IRequestBody;

internal interface IBody
{
    ProblemHttpResult? Problem { get; }
}

/// <summary>A JSON body, read and checked before the endpoint sees it. The group's <see cref="BodyFilter"/> answers for a broken one.</summary>
internal sealed class Body<T>(T? value, ProblemHttpResult? problem) : IBody, IEndpointParameterMetadataProvider
    where T : class, IRequestBody
{
    public T Value => value ?? throw new InvalidOperationException("The group lacks the body filter.");

    public ProblemHttpResult? Problem => problem;

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var isOptional = typeof(IOptionalBody).IsAssignableFrom(typeof(T));
        if (isOptional && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
            return new(JsonSerializer.Deserialize("{}", ApiJson.For<T>()), null);
        if (!context.Request.HasJsonContentType())
            return new(null, Problems.Of(StatusCodes.Status415UnsupportedMediaType, "media-type-not-supported", "Send JSON with Content-Type: application/json."));
        try
        {
            var value = await JsonSerializer.DeserializeAsync(context.Request.BodyReader, ApiJson.For<T>(), context.RequestAborted);
            return value is null
                ? new(null, Problems.Invalid("json-wrong-type", "The body is null. Send a JSON object."))
                : new(value, value.Check());
        }
        catch (JsonException exception)
        {
            return new(null, Describe(exception));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), typeof(IOptionalBody).IsAssignableFrom(typeof(T))));

    private static ProblemHttpResult Describe(JsonException exception)
    {
        if (exception.InnerException is NotUnicodeException)
            return Problems.Invalid("text-not-unicode", $"The text at {exception.Path} is not valid Unicode: half of a surrogate pair stands alone, or bytes are not UTF-8. Send well-formed UTF-8.");
        return exception.InnerException is JsonException
            ? Problems.Invalid("json-malformed", $"The body is not well-formed JSON at {Where(exception)}.")
            : Problems.Invalid("json-wrong-type", $"The value at {exception.Path ?? "$"} is missing, null, given twice or of the wrong type. The types are described at /openapi/v1.json.");
    }

    private static string Where(JsonException exception) =>
        exception.LineNumber is { } line ? $"line {line + 1}, byte {exception.BytePositionInLine + 1}" : "its beginning";
}

internal sealed class BodyFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        for (var i = 0; i < context.Arguments.Count; i++)
        {
            if (context.Arguments[i] is IBody { Problem: { } problem }) return ValueTask.FromResult<object?>(problem);
        }

        return next(context);
    }
}
