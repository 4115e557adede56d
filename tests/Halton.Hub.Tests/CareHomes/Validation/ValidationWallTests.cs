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
            Assert.Equal(1L, await hub.As(CareWorld.Halton, rows));
            Assert.Equal(0L, await hub.As(CareWorld.Liverpool, rows));
            Assert.Equal(0L, await hub.As("RWW", rows));
            Assert.Equal(0L, await hub.As("", rows));
            Assert.Equal(1L, await hub.As("SYSTEM:OutOfBoroughValidation", rows));
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
            Assert.Equal(0L, await hub.As(CareWorld.Liverpool, change));
            Assert.Equal(0L, await hub.As("", change));
            Assert.Equal(mine, await hub.As(CareWorld.Halton, change));
        }

        var refused = await Assert.ThrowsAsync<PostgresException>(() => hub.As(
            CareWorld.Liverpool,
            $"with done as (insert into carehomes.validation_task (id, validation_id, code, reason, raised_at, due_on) values (gen_random_uuid(), '{validation.Id}', 'renew', 'x', now(), now()) returning 1) select count(*) from done"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
