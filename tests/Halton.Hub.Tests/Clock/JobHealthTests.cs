using System.Net;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Halton.Hub.Clock;
using Halton.Hub.Jobs;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Clock;

/// <summary>A job in trouble is seen on every node, and takes none out of service.</summary>
public sealed class JobHealthTests
{
    [Fact]
    public async Task A_late_or_failing_job_degrades_readiness_and_fails_the_operators_probe()
    {
        await using var hub = await HubUnderTest.Start(extend: services => Schedule.Watch(services));
        using var http = new HttpClient { BaseAddress = hub.Http };
        var fences = new Fences(hub.Services.GetRequiredService<NpgsqlDataSource>());
        var slot = TimeProvider.System.GetUtcNow();
        await Poll.Until(async () => await hub.Value<long>("select count(*) from clock.job") == Schedule.Timetable.Lines.Count, "the jobs are not expected");
        await Says(HttpStatusCode.OK, "Healthy", HttpStatusCode.OK, "Healthy");

        await hub.Execute("update clock.job set since = since - interval '1 hour' where job = 'AuditSeal'");
        await Says(HttpStatusCode.OK, "Degraded\njobs in time: AuditSeal is late", HttpStatusCode.ServiceUnavailable, "Unhealthy\njobs: AuditSeal is late");

        await fences.End((await fences.Take("AuditSeal", slot, "test", false, CancellationToken.None))!, RunCounts.None, quiet: false, CancellationToken.None);
        await Says(HttpStatusCode.OK, "Healthy", HttpStatusCode.OK, "Healthy");

        await fences.Fail((await fences.Take("AuditSeal", slot.AddSeconds(1), "test", false, CancellationToken.None))!, "IOException", CancellationToken.None);
        await Says(HttpStatusCode.OK, "Degraded\njobs in time: AuditSeal failed with IOException", HttpStatusCode.ServiceUnavailable, "Unhealthy\njobs: AuditSeal failed with IOException");
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        using var channel = GrpcChannel.ForAddress(hub.Grpc);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest())).Status);

        await fences.End((await fences.Take("AuditSeal", slot.AddSeconds(2), "test", false, CancellationToken.None))!, RunCounts.None, quiet: true, CancellationToken.None);
        await Says(HttpStatusCode.OK, "Healthy", HttpStatusCode.OK, "Healthy");

        async Task Says(HttpStatusCode readyCode, string ready, HttpStatusCode jobsCode, string jobs)
        {
            await Poll.Until(async () => await Ask("/health/jobs") == (jobsCode, jobs), $"/health/jobs does not say {jobs}");
            await Poll.Until(async () => await Ask("/health/ready") == (readyCode, ready), $"/health/ready does not say {ready}");
        }

        async Task<(HttpStatusCode Code, string Text)> Ask(string address)
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Runs_and_last_successes_are_metrics()
    {
        var owner = await TestCluster.Clone();
        await using var hub = await HubUnderTest.Start(owner, extend: services => Schedule.AddTo(Schedule.Watch(services), HubUnderTest.AppConnection(owner)));
        using var http = new HttpClient { BaseAddress = hub.Http };
        await Poll.Until(
            async () =>
            {
                var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
                return Has(metrics, "halton_hub_jobs_runs_total", "outcome=\"succeeded\"") && Has(metrics, "halton_hub_jobs_duration_seconds_count", "outcome=\"succeeded\"")
                    && Has(metrics, "halton_hub_jobs_last_success_seconds", "") && Has(metrics, "halton_hub_jobs_last_success_age_seconds", "");
            },
            "the metrics do not tell of the jobs");

        static bool Has(string metrics, string name, string label) =>
            metrics.Split('\n').Any(line => line.StartsWith(name + "{", StringComparison.Ordinal) && line.Contains("job=\"AuditSeal\"", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal));
    }
}
