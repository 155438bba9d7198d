using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Baton;

/// <summary>
/// Traces and metrics, sent by OTLP when <c>Telemetry:OtlpEndpoint</c> is set, e.g. <c>http://localhost:4317</c>. Nothing is
/// collected otherwise. What customers write is never in them.
/// </summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Telemetry:OtlpEndpoint"] is not { Length: > 0 } endpoint) return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address))
            throw new UserMistakeException($"Telemetry:OtlpEndpoint is '{endpoint}', which is no address. Write for example http://localhost:4317, or leave it out.");
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("baton"))
            .WithTracing(tracing => tracing
                .AddSource("Baton.*", "Microsoft.Orleans.Application")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter("Baton.*", "Microsoft.Orleans")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation())
            .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.Grpc, address);
    }
}
