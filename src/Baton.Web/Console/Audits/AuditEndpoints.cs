using Baton.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

/// <summary>The report of a run, as it lies in its folder.</summary>
internal static class AuditEndpoints
{
    public static void MapAudits(this IEndpointRouteBuilder app) => app.MapGet("/audits/report", (HttpContext http, [FromServices] AuditArchive archive, string run) =>
    {
        if (archive.ReportFile(run) is not { } file) return Results.NotFound();
        // Scanned pages are quoted in it: whatever they say, the browser runs nothing and tells nobody.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(file.FullName, "text/html; charset=utf-8");
    }).ExcludeFromDescription().RequireAuthorization(policy => policy.RequireRole(WorkerRoles.Lead, WorkerRoles.Admin));
}
