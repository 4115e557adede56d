using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Directory;

/// <summary>The database's own walls around entries: they hold where the code forgets to ask.</summary>
public sealed class DirectoryWallTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Nobody_changes_or_removes_what_another_organisation_keeps()
    {
        var world = await DirectoryWorld.In(hub);
        var service = await world.Create();
        await hub.Execute("insert into directory.organization_identifier (id, organization_id, identifier_type, identifier) values (gen_random_uuid(), $1, 'Charity', '1')", world.Ours);
        await hub.Execute("insert into directory.address (id, location_id, address_1, city, state_province, postal_code, country, address_type) values (gen_random_uuid(), $1, 'a', 'c', 's', 'p', 'GB', 'physical')", world.Hall);
        await hub.Execute("insert into directory.accessibility (id, location_id, accessibility) values (gen_random_uuid(), $1, 'lift')", world.Hall);
        var (ofService, ofPlace) = ("service_id = $1", "location_id = $1");
        (string Table, string Column, string Where, Guid Id)[] entries =
        [
            ("service", "name", "id = $1", service.Id), ("organization", "name", "id = $1", world.Ours), ("location", "name", "id = $1", world.Hall),
            ("organization_identifier", "identifier", "organization_id = $1", world.Ours), ("address", "city", ofPlace, world.Hall), ("accessibility", "details", ofPlace, world.Hall),
            ("service_at_location", "description", ofService, service.Id), ("schedule", "notes", ofService, service.Id), ("service_area", "name", ofService, service.Id),
            ("cost_option", "option", ofService, service.Id), ("language", "name", ofService, service.Id), ("funding", "source", ofService, service.Id),
            ("contact", "title", ofService, service.Id), ("attribute", "link_type", ofService, service.Id),
            ("phone", "description", "contact_id in (select id from directory.contact where service_id = $1)", service.Id),
        ];
        foreach (var (table, column, where, id) in entries)
        {
            var change = $"update directory.{table} set {column} = 'X' where {where}";
            Assert.Equal(0, await Changed("VCFSE-2", change, id));
            Assert.Equal(0, await Changed("", change, id));
            Assert.True(await Changed("VCFSE-1", change, id) > 0, table);
            if (table is not ("service" or "organization" or "location"))
            {
                Assert.Equal(0, await Changed("VCFSE-2", $"delete from directory.{table} where {where}", id));
            }
        }
    }

    [Fact]
    public async Task Nobody_adds_to_what_another_organisation_keeps_or_gives_an_entry_away()
    {
        var world = await DirectoryWorld.In(hub);
        var service = await world.Create();
        string[] intrusions =
        [
            "insert into directory.funding (id, service_id, source) values (gen_random_uuid(), $1, 'X')",
            "insert into directory.contact (id, service_id, title) values (gen_random_uuid(), $1, 'X')",
            "insert into directory.phone (id, contact_id, number) select gen_random_uuid(), id, 'X' from directory.contact where service_id = $1",
            "insert into directory.service (id, organization_id, maintained_by, name, status, last_modified, confidential, intake, version) select gen_random_uuid(), organization_id, 'VCFSE-1', 'X', 'active', now(), false, 'open', 1 from directory.service where id = $1",
        ];
        foreach (var sql in intrusions)
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Changed("VCFSE-2", sql, service.Id))).SqlState);
        }

        await Assert.ThrowsAsync<PostgresException>(() => Changed("VCFSE-1", "update directory.service set maintained_by = 'VCFSE-2' where id = $1", service.Id));
    }

    [Theory]
    [InlineData("update directory.taxonomy_term set name = 'X' where id = $1")]
    [InlineData("update directory.taxonomy set name = 'X' where id = $1")]
    [InlineData("delete from directory.service where id = $1")]
    [InlineData("delete from directory.signposting where id = $1")]
    [InlineData("update directory.event set kind = 'X' where id = $1")]
    [InlineData("delete from directory.answered where request_id = $1")]
    [InlineData("update directory.service_words set words = 'X' where service_id = $1")]
    public async Task The_account_may_not_even_try(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Changed("VCFSE-1", sql, Guid.CreateVersion7()));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private async Task<int> Changed(string organization, string sql, Guid id)
    {
        await using var source = NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner, "hub_directory"));
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('hub.org', $1, true)") { Parameters = { new() { Value = organization } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = id } } });
        await batch.ExecuteNonQueryAsync();
        return (int)batch.BatchCommands[1].RecordsAffected;
    }
}
