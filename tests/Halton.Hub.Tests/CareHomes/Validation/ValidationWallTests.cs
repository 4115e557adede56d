using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Validation;

/// <summary>The database's own word on validations: what one council knows no other reads, and none writes for another.</summary>
public sealed class ValidationWallTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task No_council_reads_what_hosts_told_another_or_what_another_pays()
    {
        var world = await CareWorld.In(hub);
        var (home, _) = await world.Valid();
        foreach (var table in new[] { "host_reply", "contract" })
        {
            var rows = $"select count(*) from carehomes.{table} where home_id = '{home.Id}'";
            Assert.Equal(1L, await As(CareWorld.Halton, rows));
            Assert.Equal(0L, await As(CareWorld.Liverpool, rows));
            Assert.Equal(0L, await As("RWW", rows));
            Assert.Equal(0L, await As("", rows));
            Assert.Equal(1L, await As("SYSTEM:OutOfBoroughValidation", rows));
        }
    }

    [Fact]
    public async Task No_council_changes_anothers_validation_or_sanction()
    {
        var world = await CareWorld.In(hub);
        var (home, validation) = await world.Valid();
        var sanction = await world.Sanctioned(home, kind: "enhanced-monitoring");
        foreach (var (change, mine) in new[]
        {
            ($"with done as (update carehomes.validation set version = version where id = '{validation.Id}' returning 1) select count(*) from done", 1L),
            ($"with done as (update carehomes.validation_check set evidence = evidence where validation_id = '{validation.Id}' returning 1) select count(*) from done", 12L),
            ($"with done as (update carehomes.sanction set version = version where id = '{sanction.Id}' returning 1) select count(*) from done", 1L),
        })
        {
            Assert.Equal(0L, await As(CareWorld.Liverpool, change));
            Assert.Equal(0L, await As("", change));
            Assert.Equal(mine, await As(CareWorld.Halton, change));
        }

        var refused = await Assert.ThrowsAsync<PostgresException>(() => As(
            CareWorld.Liverpool,
            $"with done as (insert into carehomes.validation_task (id, validation_id, code, reason, raised_at, due_on) values (gen_random_uuid(), '{validation.Id}', 'renew', 'x', now(), now()) returning 1) select count(*) from done"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private async Task<long> As(string organization, string sql)
    {
        await using var source = NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner));
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('hub.org', $1, true)") { Parameters = { new() { Value = organization } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }
}
