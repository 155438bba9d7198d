using System.Globalization;
using Baton.Insight;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Baton.Web;

/// <summary>The measures of the service, as leads see them.</summary>
internal static class MeasureEndpoints
{
    private const int UsualWeeks = 8;

    public static void MapMeasures(this IEndpointRouteBuilder routes) =>
        routes.MapPrograms("/v1/measures", ApiScopes.ConversationsRead, "Measures").MapGet("", GetAsync).WithName("GetMeasures").WithSummary("Measures of the service, by kind of case and by week");

    private static async Task<Results<Ok<ServiceMeasures>, ProblemHttpResult>> GetAsync(LogMeasures measures, CancellationToken cancellationToken, int weeks = UsualWeeks, string? team = null, bool simulated = true) =>
        weeks is < 1 or > LogMeasures.MostWeeks
            ? Problems.Invalid("weeks-invalid", $"\"weeks\" is {LogMeasures.MostWeeks.ToString(CultureInfo.InvariantCulture)} at most and 1 at least.")
            : TypedResults.Ok(await measures.ReadAsync(weeks, team, simulated, cancellationToken));
}
