using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.CareHomes;

/// <summary>The database's own word on homes: who may write what, and what the public account can reach.</summary>
public sealed class HomeWallTests(OneHub one) : IClassFixture<OneHub>
{
    private const string Fennimarsh = "(select id from carehomes.care_home where location_id = '1-999000001')";
    private readonly HubUnderTest hub = one.Hub;

    [Theory]
    [InlineData("CARE-HOME-1", true)]
    [InlineData("E06000006", true)]
    [InlineData("SYSTEM:CareHomeCapacity", true)]
    [InlineData("CARE-HOME-2", false)]
    [InlineData("RWW", false)]
    [InlineData("VCFSE-1", false)]
    [InlineData("", false)]
    public async Task Only_who_speaks_for_a_home_changes_its_return(string organization, bool may)
    {
        var changed = await Changed("hub_app", organization, $"update carehomes.capacity_return set version = version where home_id = {Fennimarsh}");
        Assert.Equal(may ? 1 : 0, changed);
    }

    [Fact]
    public async Task Nobody_but_the_hub_itself_changes_what_CQC_says()
    {
        foreach (var organization in new[] { "CARE-HOME-1", "E06000006", "RWW" })
        {
            Assert.Equal(0, await Changed("hub_app", organization, $"update carehomes.care_home set rating_overall = 'outstanding' where id = {Fennimarsh}"));
        }

        Assert.Equal(1, await Changed("hub_app", "SYSTEM:CqcDirectorySync", $"update carehomes.care_home set rating_overall = rating_overall where id = {Fennimarsh}"));
    }

    [Fact]
    public async Task More_beds_than_there_are_is_refused_by_the_database_too()
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Changed("hub_app", "CARE-HOME-1", $"update carehomes.bed_capacity set available = maximum + 1 where home_id = {Fennimarsh}"));
        Assert.Equal("beds_within_maximum", refusal.ConstraintName);
    }

    [Fact]
    public async Task What_was_said_once_stays_said()
    {
        foreach (var table in new[] { "capacity_history", "host_reply", "contract", "pamms_assessment", "assessor_agreement", "sharing_agreement" })
        {
            foreach (var change in new[] { $"update carehomes.{table} set id = id", $"delete from carehomes.{table}" })
            {
                var refusal = await Assert.ThrowsAsync<PostgresException>(() => Changed("hub_app", "SYSTEM:Anything", change));
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
            }
        }
    }

    [Fact]
    public async Task The_public_account_reads_what_is_public_and_writes_nothing()
    {
        var all = await hub.Value<string[]>("select array_agg(relname::text order by relname) from pg_class where relnamespace = 'carehomes'::regnamespace and relkind = 'r'");
        var read = await hub.Value<string[]>("select array_agg(relname::text order by relname) from pg_class where relnamespace = 'carehomes'::regnamespace and relkind = 'r' and has_table_privilege('hub_directory', oid, 'select')");
        Assert.Equal(["bed_capacity", "bed_hold", "capability", "capacity_return", "care_home", "declaration", "declared_beds", "freshness_policy", "provider", "succession"], read);
        foreach (var table in all)
        {
            Assert.False(await hub.Value<bool>("select has_table_privilege('hub_directory', $1, 'insert, update, delete, truncate')", $"carehomes.{table}"), table);
        }

        Assert.False(await hub.Value<bool>("select has_schema_privilege('hub_directory', 'placement', 'usage')"));
    }

    [Fact]
    public async Task What_a_host_authority_said_is_read_by_its_council_alone()
    {
        Assert.True(await Rows("E06000006", "select * from carehomes.host_reply") > 50);
        Assert.True(await Rows("E06000006", "select * from carehomes.contract") > 50);
        foreach (var organization in new[] { "RWW", "HALTON-TA", "CARE-HOME-1", "E06000007", "" })
        {
            Assert.Equal(0, await Rows(organization, "select * from carehomes.host_reply"));
            Assert.Equal(0, await Rows(organization, "select * from carehomes.contract"));
        }
    }

    [Fact]
    public async Task A_placement_is_seen_by_the_council_that_made_it_alone()
    {
        Assert.Equal(141, await Rows("E06000006", "select * from placement.standing_placement"));
        foreach (var organization in new[] { "RWW", "HICAFS", "CARE-HOME-1", "SYSTEM:CareHomeCapacity", "" })
        {
            Assert.Equal(0, await Rows(organization, "select * from placement.standing_placement"));
            Assert.Equal(0, await Rows(organization, "select * from placement.access"));
        }
    }

    private async Task<int> Rows(string organization, string sql)
    {
        await using var source = NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner));
        await using var batch = Batch(source, organization, sql);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var rows = 0;
        while (await reader.ReadAsync())
        {
            rows++;
        }

        return rows;
    }

    private async Task<int> Changed(string account, string organization, string sql)
    {
        await using var source = NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner, account));
        await using var batch = Batch(source, organization, sql);
        await batch.ExecuteNonQueryAsync();
        return (int)batch.BatchCommands[1].RecordsAffected;
    }

    private static NpgsqlBatch Batch(NpgsqlDataSource source, string organization, string sql)
    {
        var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('hub.org', $1, true)") { Parameters = { new() { Value = organization } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        return batch;
    }
}
