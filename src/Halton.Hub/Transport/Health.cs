using Halton.Hub.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Halton.Hub.Transport;

/// <summary>
/// <c>/health/live</c> says that the process runs; <c>/health/ready</c> that it can serve: the database takes writes and the node is not
/// draining; <c>/health/jobs</c> that every job did its work in time. A job in trouble leaves a node ready, and <c>Degraded</c>.
/// </summary>
internal static class Health
{
    /// <summary>Adds the checks; gRPC health asks the same ones.</summary>
    public static void AddHubHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DrainCheck>("drain", tags: ["ready"])
        .AddCheck<DatabaseCheck>("database", tags: ["ready"], timeout: TimeSpan.FromSeconds(1));

    /// <summary>Maps the addresses.</summary>
    public static void Map(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = Say });
        app.MapHealthChecks("/health/jobs", new HealthCheckOptions { Predicate = check => check.Tags.Contains("jobs"), ResponseWriter = Say });
    }

    /// <summary>The state in one word, then a line for each check that is not content.</summary>
    private static Task Say(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain";
        var reasons = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => $"{entry.Key}: {entry.Value.Description}");
        return http.Response.WriteAsync(string.Join('\n', [report.Status.ToString(), .. reasons]));
    }

    private sealed class DrainCheck(Drain drain) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(drain.Begun.IsCompleted ? HealthCheckResult.Unhealthy("draining") : HealthCheckResult.Healthy());
    }

    private sealed class DatabaseCheck(NpgsqlDataSource source) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = source.CreateCommand("select not pg_is_in_recovery()");
                return await command.ExecuteScalarAsync(cancellationToken) is true ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the database takes no writes");
            }
            catch (Exception e) when (e is NpgsqlException or OperationCanceledException or TimeoutException)
            {
                return HealthCheckResult.Unhealthy("the database does not answer");
            }
        }
    }
}
