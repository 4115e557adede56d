using Google.Rpc;
using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Access;

/// <summary>Limits: calls, watches, message size, time.</summary>
public sealed class RateLimitTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_partner_over_its_rate_is_told_when_to_come_back_and_another_is_not_affected()
    {
        await Agree("rbn", "rate_per_second = 10, burst = 5");
        var rbn = hub.Discharges("rbn");
        var storm = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Attempt(rbn)));
        Assert.InRange(storm.Count(refused => refused is null), 5, 95);
        Assert.All(storm.OfType<RpcException>(), refused =>
        {
            Assert.Equal((StatusCode.ResourceExhausted, "RATE_LIMITED"), (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
            Assert.InRange(refused.GetRpcStatus()!.GetDetail<RetryInfo>().RetryDelay.ToTimeSpan(), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10));
        });
        var others = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Attempt(hub.Discharges("rww"))));
        Assert.All(others, Assert.Null);
        await Poll.Until(async () => await Attempt(rbn) is null, "a partner that waited is not let in again");
    }

    [Fact]
    public async Task A_partner_opens_as_many_watches_as_agreed_and_a_closed_one_makes_room()
    {
        await Agree("hbc", "max_watches = 3");
        var hbc = hub.Discharges("hbc");
        var watches = Enumerable.Range(0, 3).Select(_ => hbc.WatchDischarges(new WatchDischargesRequest())).ToList();
        foreach (var watch in watches)
        {
            Assert.True(await watch.ResponseStream.MoveNext(default));
        }

        await hbc.WatchDischarges(new WatchDischargesRequest()).ResponseStream.MoveNext(default).Refused(StatusCode.ResourceExhausted, "TOO_MANY_WATCHES");
        watches[0].Dispose();
        await Poll.Until(async () => await Opens(hbc), "a closed watch makes no room");
        watches.ForEach(w => w.Dispose());
    }

    [Fact]
    public async Task A_message_over_256_KiB_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Ward = new string('w', 300_000))).ResponseAsync);
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    [Fact]
    public async Task A_call_that_blocks_ends_by_itself_and_so_does_its_SQL()
    {
        await using var node = await HubUnderTest.Start();
        var rww = node.Discharges("rww");
        await rww.ListDischargesAsync(new ListDischargesRequest { PageSize = 1 });
        await using var held = await node.Database.OpenConnectionAsync();
        await using var transaction = await held.BeginTransactionAsync();
        await using (var block = new Npgsql.NpgsqlCommand("lock table discharge.stay in access exclusive mode", held, transaction))
        {
            await block.ExecuteNonQueryAsync();
        }

        var capped = rww.GetDischargeStatusAsync(ByNumber(NhsNumber())).ResponseAsync;
        using var gone = new CancellationTokenSource();
        var left = rww.GetDischargeStatusAsync(ByNumber(NhsNumber()), cancellationToken: gone.Token).ResponseAsync;
        var late = rww.GetDischargeStatusAsync(ByNumber(NhsNumber()), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1)).ResponseAsync;
        await Poll.Until(async () => await Waiting(node) == 3, "the calls do not reach the database");
        await gone.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => left)).StatusCode);
        Assert.Equal(StatusCode.DeadlineExceeded, (await Assert.ThrowsAsync<RpcException>(() => late)).StatusCode);
        await Poll.Until(async () => await Waiting(node) <= 1, "SQL of calls that ended goes on");
        Assert.False(capped.IsCompleted);
        var ended = await Assert.ThrowsAsync<RpcException>(() => capped);
        Assert.Contains(ended.StatusCode, new[] { StatusCode.DeadlineExceeded, StatusCode.Unavailable });
        await Poll.Until(async () => await Waiting(node) == 0, "SQL of a capped call goes on");
    }

    private static Task<long> Waiting(HubUnderTest node) => node.Value<long>(
        "select count(*) from pg_stat_activity where datname = current_database() and usename = 'hub_app' and state = 'active' and wait_event_type = 'Lock'");

    private static async Task<RpcException?> Attempt(DischargeService.DischargeServiceClient client)
    {
        try
        {
            await client.ListDischargesAsync(new ListDischargesRequest { PageSize = 1 });
            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }

    private static async Task<bool> Opens(DischargeService.DischargeServiceClient client)
    {
        try
        {
            using var watch = client.WatchDischarges(new WatchDischargesRequest());
            return await watch.ResponseStream.MoveNext(default);
        }
        catch (RpcException)
        {
            return false;
        }
    }

    private async Task Agree(string partner, string terms)
    {
        await hub.Execute($"update access.partner set {terms} where id = $1", partner);
        await hub.Services.GetRequiredService<PartnerDirectory>().Refresh(default);
    }
}
