using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Halton.Hub.Jobs;

/// <summary>Whether every job last did its work in time and without failure, on whichever node.</summary>
public sealed class JobHealth(JobWatch watch) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var troubles = (await watch.Look(cancellationToken)).Select(report => report.Trouble).OfType<string>().ToList();
            return troubles.Count == 0 ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus, string.Join("; ", troubles));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "it cannot be seen how the jobs stand");
        }
    }
}
