using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Discharge;
using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Data;

/// <summary>The row walls of the database, and who may do what there.</summary>
public sealed class WallTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task The_row_wall_holds_with_the_codes_own_filter_removed()
    {
        var admitted = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        var own = DischargePolicy.Visible("$2");
        object[] keys = [Guid.Parse(admitted.DischargeId), admitted.NhsNumber];
        for (var i = 0; i < keys.Length; i++)
        {
            var stripped = GetDischargeStatus.Statements[i].Replace(own, "$2 <> ''", StringComparison.Ordinal);
            Assert.NotEqual(GetDischargeStatus.Statements[i], stripped);
            Assert.Equal(1, await Rows("RWW", stripped, keys[i], "RWW"));
            Assert.Equal(0, await Rows("RBN", stripped, keys[i], "RBN"));
            Assert.Equal(0, await Rows("", stripped, keys[i], ""));
        }

        var list = ListDischarges.Query("RBN", new DischargeFilter(), null, 1_000_000).CommandText.Replace(ListDischarges.OwnRows, "$1 <> ''", StringComparison.Ordinal);
        Assert.Equal(await hub.Value<long>("select count(*) from discharge.access where org = 'RBN' and open"), await Rows("RBN", list, "RBN", 1_000_000));
        Assert.Equal(0, await Rows("E06000099", list, "RBN", 1_000_000));
    }

    [Fact]
    public async Task A_filterless_look_at_any_table_about_a_person_shows_only_ones_own_rows()
    {
        await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        foreach (var table in await PersonTables())
        {
            Assert.Equal(0, await Rows("NOBODY", $"select * from {table}"));
        }

        Assert.Equal(0, await Rows("RBN", "select * from discharge.stay where trust <> 'RBN'"));
        Assert.Equal(0, await Rows("RBN", "select * from discharge.patient p where not exists (select 1 from discharge.stay s where s.id = p.stay_id and s.trust = 'RBN')"));
    }

    [Fact]
    public async Task An_organisation_cannot_change_or_invent_another_ones_records()
    {
        var admitted = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        Assert.Equal(0, await Changed("RBN", "update discharge.stay set ward = 'X' where id = $1", Guid.Parse(admitted.DischargeId)));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Changed(
            "RBN", "insert into discharge.criteria_review (id, stay_id, reviewed_at, criteria, reviewer_role) values (gen_random_uuid(), $1, now(), '{}', 'x')", Guid.Parse(admitted.DischargeId)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        refused = await Assert.ThrowsAsync<PostgresException>(() => Changed(
            "RBN", "insert into discharge.access (org, stay_id, relationship, granted_by, admitted_at, open) values ('RBN', $1, 'trust', 'RWW', now(), true)", Guid.Parse(admitted.DischargeId)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Every_table_says_whether_it_is_about_a_person_and_those_that_are_stand_behind_a_forced_wall()
    {
        Assert.Empty(await hub.Value<string[]>("""
            select coalesce(array_agg(c.oid::regclass::text), '{}') from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname in ('access', 'codes', 'discharge', 'audit', 'events', 'requests', 'directory', 'carehomes', 'placement', 'clock', 'referrals')
              and coalesce(obj_description(c.oid), '') !~ '^(not )?about a person'
            """));
        Assert.Empty(await hub.Value<string[]>("""
            select coalesce(array_agg(c.oid::regclass::text), '{}') from pg_class c
            where c.relkind in ('r', 'p') and obj_description(c.oid) like 'about a person%' and not (c.relrowsecurity and c.relforcerowsecurity)
            """));
        Assert.True((await PersonTables()).Length >= 8);
    }

    [Fact]
    public async Task The_serving_account_owns_nothing_and_passes_no_wall()
    {
        Assert.True(await hub.Value<bool>("select not rolsuper and not rolbypassrls and not rolcreaterole from pg_roles where rolname = 'hub_app'"));
        Assert.Equal(0L, await hub.Value<long>("select count(*) from pg_class where relowner = 'hub_app'::regrole"));
        Assert.False(await hub.Value<bool>("select pg_has_role('hub_app', 'hub_owner', 'member')"));
        Assert.False(await hub.Value<bool>("select rolcanlogin from pg_roles where rolname = 'hub_owner'"));
    }

    [Fact]
    public async Task The_directory_account_has_no_privilege_on_any_table_about_a_person()
    {
        foreach (var table in await PersonTables())
        {
            Assert.False(await hub.Value<bool>("select has_table_privilege('hub_directory', $1, 'select, insert, update, delete, truncate, references, trigger') or has_any_column_privilege('hub_directory', $1, 'select, insert, update, references')", table), table);
        }
    }

    [Fact]
    public async Task Interleaved_callers_on_few_connections_never_see_a_foreign_row()
    {
        var (rww, rbn, hbc) = (hub.Discharges("rww"), hub.Discharges("rbn"), hub.Discharges("hbc"));
        await Parallel.ForEachAsync(Enumerable.Range(0, 600), new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (i, ct) =>
        {
            var (client, trust) = (i % 3) switch { 0 => (rww, "RWW"), 1 => (rbn, "RBN"), _ => (hbc, "") };
            try
            {
                var page = await client.ListDischargesAsync(new ListDischargesRequest { PageSize = 20 }, cancellationToken: ct);
                Assert.NotEmpty(page.Discharges);
                Assert.All(page.Discharges, d => Assert.True(trust.Length == 0 || d.Trust == trust));
            }
            catch (RpcException busy) when (busy.StatusCode == StatusCode.ResourceExhausted)
            {
                // Over the partner's rate: not what is tested here.
            }
        });
    }

    private Task<string[]> PersonTables() =>
        hub.Value<string[]>("select array_agg(c.oid::regclass::text) from pg_class c where c.relkind in ('r', 'p') and obj_description(c.oid) like 'about a person%'");

    private async Task<int> Rows(string organization, string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner));
        await using var batch = Batch(source, organization, sql, values);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var rows = 0;
        while (await reader.ReadAsync())
        {
            rows++;
        }

        return rows;
    }

    private async Task<int> Changed(string organization, string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner));
        await using var batch = Batch(source, organization, sql, values);
        await batch.ExecuteNonQueryAsync();
        return (int)batch.BatchCommands[1].RecordsAffected;
    }

    private static NpgsqlBatch Batch(NpgsqlDataSource source, string organization, string sql, object[] values)
    {
        var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('hub.org', $1, true)") { Parameters = { new() { Value = organization } } });
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        batch.BatchCommands.Add(command);
        return batch;
    }
}
