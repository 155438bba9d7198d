using System.Diagnostics;
using Baton.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Baton.Web;

/// <summary>Whatever goes wrong outside an endpoint's own answers still becomes a problem with a code, and never shows an exception.</summary>
internal static class ApiErrors
{
    public static void UseApiErrors(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase), branch =>
        {
            branch.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = HandleAsync,
                // A client's broken request or its leaving is not an error of ours.
                SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException or OperationCanceledException,
            });
            branch.UseStatusCodePages(page => DescribeAsync(page.HttpContext, page.HttpContext.Response.StatusCode));
        });

    private static Task HandleAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return DescribeAsync(context, exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            JournalUnavailableException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        });
    }

    private static Task DescribeAsync(HttpContext context, int status)
    {
        var (code, detail) = status switch
        {
            400 => ("bad-request", "The path, the query or the body has the wrong form. Numbers are plain digits, and a conversation id is 32 lower-case hexadecimal digits."),
            404 => ("not-found", "There is nothing at this address. The addresses are described at /openapi/v1.json."),
            405 => ("method-not-allowed", "This address does not know this method. Its methods are in the Allow header."),
            408 => ("too-slow", "The request took too long to arrive. Send it again."),
            413 => ("body-too-large", "The body is larger than this address accepts. Send less: a message at most 1 MB, a file at most 10 MB."),
            415 => ("media-type-not-supported", "Send JSON with Content-Type: application/json, or a file with Content-Type: multipart/form-data."),
            500 => ("internal-error", $"Something went wrong on our side. Try again, and if it stays, tell the operator this number: {Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier}."),
            503 => ("unavailable", "The store does not answer now and nothing was kept. Send it again in some seconds, a message with the same id."),
            _ => ("refused", "The request was refused. The addresses are described at /openapi/v1.json."),
        };
        return Problems.WriteAsync(context, status, code, detail);
    }
}
