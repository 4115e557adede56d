using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Jobs;
using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Server;

/// <summary>What an operator does with the clock, and what nodes of one role do.</summary>
public sealed partial class JobsCommandTests
{
    [Fact]
    public async Task On_a_node_that_only_serves_nothing_ticks_and_a_job_is_fired_by_hand()
    {
        var folder = ServerProcess.Folder();
        await using (var server = await ServerProcess.Run(folder, "none", "--roles", "api"))
        {
            await using var database = NpgsqlDataSource.Create(Owner(folder));
            await Audited(database);
            var run = await Jobs("run", "AuditSeal");
            Assert.Equal((0, "AuditSeal succeeded: 1 rows sealed"), (run.Code, run.Output));
            var listed = await Jobs("list");
            Assert.Matches(@"AuditSeal +\* \* \* \* \* \? +2[0-9T:-]+Z +2[0-9T:-]+Z +succeeded +- +well", listed.Output);
            Assert.Matches(@"AuditSeal +2[0-9T:-]+Z +succeeded +0\.[0-9]{3} .* 1 rows sealed", (await Jobs("history")).Output);
            Assert.Equal(1L, await Count(database, "select count(*) from clock.run"));

            var unknown = await Jobs("run", "Nothing");
            Assert.Equal((1, "", $"hub: JOB_UNKNOWN: There is no job Nothing. The jobs are: {string.Join(", ", Schedule.Timetable.Lines.Select(line => line.Name))}."), unknown);
            Assert.Equal((1, ""), ((await Jobs("history", "Nothing")) is var (code, output, _) ? (code, output) : default));

            await Audited(database);
            File.Delete(Path.Combine(folder, "audit.anchors"));
            System.IO.Directory.CreateDirectory(Path.Combine(folder, "audit.anchors"));
            var failed = await Jobs("run", "AuditSeal");
            Assert.Equal((1, ""), (failed.Code, failed.Output));
            Assert.EndsWith("hub: JOB_FAILED: AuditSeal failed with UnauthorizedAccessException.", failed.Errors, StringComparison.Ordinal);
            Assert.Contains("AuditSeal failed with UnauthorizedAccessException", (await Jobs("list")).Output, StringComparison.Ordinal);
            var last = JsonSerializer.Deserialize<JsonElement>((await Jobs("history", "AuditSeal", "--last", "1", "--json")).Output);
            Assert.Equal(("failed", "UnauthorizedAccessException"), (last[0].GetProperty("outcome").GetString(), last[0].GetProperty("error").GetString()));
            var standing = JsonSerializer.Deserialize<JsonElement>((await Jobs("list", "--json")).Output).EnumerateArray().Single(j => j.GetProperty("job").GetString() == "AuditSeal");
            Assert.Equal(("AuditSeal", "failed", true), (standing.GetProperty("job").GetString(), standing.GetProperty("lastOutcome").GetString(), standing.GetProperty("failing").GetBoolean()));
            Assert.Equal(0L, await Count(database, "select count(*) from clock.qrtz_triggers"));
            System.IO.Directory.Delete(Path.Combine(folder, "audit.anchors"));
            Assert.Equal(0, await server.Terminate());
        }

        var offline = await Jobs("run", "AuditSeal");
        Assert.Equal((0, "AuditSeal succeeded: 1 rows sealed"), (offline.Code, offline.Output));
        Assert.Empty(ServerProcess.Left(folder));
        await ServerProcess.Clean(folder);

        Task<(int Code, string Output, string Errors)> Jobs(params string[] words) => ServerProcess.Command(["jobs", .. words, "--data", folder]);
    }

    [Fact]
    public async Task A_node_that_only_ticks_answers_health_and_metrics_and_nothing_else()
    {
        var folder = ServerProcess.Folder();
        await using (var server = await ServerProcess.Run(folder, "none", "--roles", "jobs", "--development"))
        {
            var ready = Addresses().Match(server.Ready);
            using var http = new HttpClient { BaseAddress = new Uri(ready.Groups["http"].Value) };
            foreach (var shut in new[] { "/", "/graphql", "/graphql/care", "/oauth2/token", "/.well-known/jwks.json", "/openreferral/services", "/explorer", "/schema/care.graphql" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(shut, UriKind.Relative))).StatusCode);
            }

            await Poll.Until(async () => (await http.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Contains("halton_hub_jobs_runs_total{", StringComparison.Ordinal), "it does not tick");
            foreach (var open in new[] { "/health/live", "/health/ready", "/health/jobs" })
            {
                Assert.Equal("Healthy", await http.GetStringAsync(new Uri(open, UriKind.Relative)));
            }

            using var grpc = GrpcChannel.ForAddress(ready.Groups["grpc"].Value);
            var health = new Health.HealthClient(grpc);
            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await health.CheckAsync(new HealthCheckRequest())).Status);
            Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => health.CheckAsync(new HealthCheckRequest { Service = DischargeService.Descriptor.FullName }).ResponseAsync)).StatusCode);
            Assert.Equal(StatusCode.Unimplemented, (await Assert.ThrowsAsync<RpcException>(() => new DischargeService.DischargeServiceClient(grpc).GetDischargeStatusAsync(new()).ResponseAsync)).StatusCode);

            await using var database = NpgsqlDataSource.Create(Owner(folder));
            await Audited(database);
            await Poll.Until(async () => await Count(database, "select count(*) from audit.seal") == 1, "the audit is not sealed");

            // It signs notices, so that its key is published.
            Assert.Equal(1L, await Count(database, "select count(*) from access.signing_key"));
        }

        await ServerProcess.Clean(folder);
    }

    private static string Owner(string folder) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(folder, "hub.json"))).GetProperty("OwnerConnection").GetString()!;

    private static async Task Audited(NpgsqlDataSource database) => await Count(database, """
        insert into audit.entry (recorded_at, partner, organization, purpose, operation, interaction, outcome, records, trace_id)
        values (now(), 'rww', 'RWW', 'TREAT', 'ListDischarges', 's', 'success', '{}', 'x') returning 1::bigint
        """);

    private static async Task<long> Count(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex(@"http=(?<http>\S+) grpc=(?<grpc>\S+) ")]
    private static partial Regex Addresses();
}
