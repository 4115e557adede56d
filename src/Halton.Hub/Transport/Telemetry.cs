using Halton.Hub.Clock;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Halton.Hub.Transport;

/// <summary>
/// Logs as JSON lines on standard error, metrics at <c>/metrics</c>, and traces and metrics over OTLP when OTEL_EXPORTER_OTLP_ENDPOINT is
/// set. None of the three carries a person's data: logs name ids, database spans carry statements without parameter values.
/// </summary>
internal static class Telemetry
{
    /// <summary>Adds them.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Npgsql", LogLevel.Warning).AddFilter("Grpc", LogLevel.Critical).AddFilter("Quartz", LogLevel.Warning);
        // These two repeat an exception's own text, which may quote a value; the gate logs type and place instead.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None).AddFilter("Npgsql.Command", LogLevel.None);

        var exported = Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 };
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("halton-hub"));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Npgsql", ClockTelemetry.Name).AddPrometheusExporter();
            if (exported)
            {
                metrics.AddOtlpExporter();
            }
        });
        if (exported)
        {
            telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddNpgsql().AddSource(ClockTelemetry.Name).AddOtlpExporter());
        }
    }
}
