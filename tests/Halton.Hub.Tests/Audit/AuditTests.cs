using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Audit;

/// <summary>Nothing is seen, changed or refused without its row in the audit.</summary>
public sealed class AuditTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Every_read_list_change_watch_and_refusal_leaves_exactly_one_row_that_tells_who_did_what_for_which_purpose()
    {
        var last = await hub.Value<long>("select coalesce(max(seq), 0) from audit.entry");
        var rww = hub.Discharges("rww", "HOPERAT");
        var admission = Admission();
        var admitted = await rww.RecordAdmissionAsync(admission);
        var id = Guid.Parse(admitted.DischargeId);
        await rww.RecordAdmissionAsync(admission);
        await rww.GetDischargeStatusAsync(ByNumber(admission.NhsNumber));
        await rww.GetDischargeStatusAsync(ById(admitted.DischargeId));
        var page = await rww.ListDischargesAsync(new ListDischargesRequest { PageSize = 3 });
        await rww.GetDischargeStatusAsync(ByNumber(NhsNumber())).Refused(StatusCode.NotFound, "DISCHARGE_NOT_FOUND");
        await rww.GetDischargeStatusAsync(ById("x")).Refused(StatusCode.InvalidArgument, "NOT_A_UUID");
        await rww.AssignPathwayAsync(Assign(admitted.DischargeId, "P1", "d77")).Refused(StatusCode.Aborted, "ETAG_MISMATCH");
        await hub.With(await hub.Token("rww"), "HMARKT").ListDischargesAsync(new ListDischargesRequest()).Refused(StatusCode.PermissionDenied, "PURPOSE_NOT_ALLOWED");
        Guid other;
        using (var watch = rww.WatchDischarges(new WatchDischargesRequest { Ward = "Audited Ward" }))
        {
            Assert.True(await watch.ResponseStream.MoveNext(default));
            other = Guid.Parse((await rww.RecordAdmissionAsync(Admission(a => a.Ward = "Audited Ward"))).DischargeId);
            Assert.True(await watch.ResponseStream.MoveNext(default));
        }

        var rows = await Rows(last);
        // A page is read with one row more, which tells whether another page follows: that row was looked at too.
        Assert.Equal(page.Discharges.Count + 1, rows[4].Records.Length);
        Assert.Equal(page.Discharges.Select(d => Guid.Parse(d.DischargeId)), rows[4].Records[..^1]);
        rows[4] = rows[4] with { Records = [] };
        Assert.All(rows, row => Assert.Equal(("rww", "RWW"), (row.Partner, row.Organization)));
        Assert.All(rows, row => Assert.NotEmpty(row.Trace));
        Assert.Equal(
            [
                ("RecordAdmission", 'c', "HOPERAT", "success", $"{id}"),
                ("RecordAdmission", 'c', "HOPERAT", "success", $"{id}"),
                ("GetDischargeStatus", 'r', "HOPERAT", "success", $"{id}"),
                ("GetDischargeStatus", 'r', "HOPERAT", "success", $"{id}"),
                ("ListDischarges", 's', "HOPERAT", "success", ""),
                ("GetDischargeStatus", 'r', "HOPERAT", "success", ""),
                ("GetDischargeStatus", 'r', "HOPERAT", "NOT_A_UUID", ""),
                ("AssignPathway", 'c', "HOPERAT", "ETAG_MISMATCH", ""),
                ("ListDischarges", 's', "HMARKT", "PURPOSE_NOT_ALLOWED", ""),
                ("WatchDischarges", 's', "HOPERAT", "success", ""),
                ("RecordAdmission", 'c', "HOPERAT", "success", $"{other}"),
                ("WatchDischarges", 's', "HOPERAT", "success", $"{other}"),
            ],
            rows.Select(r => (r.Operation, r.Interaction, r.Purpose, r.Outcome, string.Join(',', r.Records))));
    }

    [Fact]
    public async Task Who_asked_for_a_person_can_be_found_although_no_NHS_number_is_in_the_audit()
    {
        var admission = Admission();
        await hub.Discharges("rww").RecordAdmissionAsync(admission);
        await hub.Discharges("hbc").GetDischargeStatusAsync(ByNumber(admission.NhsNumber));
        await hub.Discharges("rbn").GetDischargeStatusAsync(ByNumber(admission.NhsNumber)).Refused(StatusCode.NotFound, "DISCHARGE_NOT_FOUND");
        Assert.True(Hub.Foundation.NhsNumber.TryParse(admission.NhsNumber, out var number));
        var pseudonym = hub.Services.GetRequiredService<PersonPseudonym>().Of(number);
        Assert.Equal(["hbc", "rbn"], await hub.Value<string[]>("select array_agg(partner order by seq) from audit.entry where subject = $1", pseudonym));
        Assert.Equal(0L, await hub.Value<long>("select count(*) from audit.entry e where e::text like '%' || $1 || '%'", admission.NhsNumber));
        var hex = Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(admission.NhsNumber));
        Assert.Equal(0L, await hub.Value<long>("select count(*) from audit.entry e where e::text like '%' || $1 || '%'", hex));
    }

    [Fact]
    public async Task Without_an_audit_nobody_gets_an_answer_and_nothing_is_changed()
    {
        await using var node = await HubUnderTest.Start();
        var rww = node.Discharges("rww");
        var admitted = await rww.RecordAdmissionAsync(Admission());
        var stays = await node.Value<long>("select count(*) from discharge.stay");
        await node.Execute("revoke insert on audit.entry from hub_app");
        await rww.GetDischargeStatusAsync(ById(admitted.DischargeId)).Refused(StatusCode.Unavailable, "AUDIT_UNAVAILABLE");
        await rww.ListDischargesAsync(new ListDischargesRequest()).Refused(StatusCode.Unavailable, "AUDIT_UNAVAILABLE");
        await rww.WatchDischarges(new WatchDischargesRequest()).ResponseStream.MoveNext(default).Refused(StatusCode.Unavailable, "AUDIT_UNAVAILABLE");
        await rww.RecordAdmissionAsync(Admission()).Refused(StatusCode.Unavailable, "AUDIT_UNAVAILABLE");
        Assert.Equal(stays, await node.Value<long>("select count(*) from discharge.stay"));
        await node.Execute("grant insert on audit.entry to hub_app");
        Assert.Equal(admitted, await rww.GetDischargeStatusAsync(ById(admitted.DischargeId)));
    }

    [Fact]
    public async Task While_the_audit_hangs_a_read_waits_and_then_ends_without_an_answer()
    {
        await using var node = await HubUnderTest.Start();
        var rww = node.Discharges("rww");
        var admitted = await rww.RecordAdmissionAsync(Admission());
        await using var held = await node.Database.OpenConnectionAsync();
        await using (var transaction = await held.BeginTransactionAsync())
        {
            await using var block = new NpgsqlCommand("lock table audit.entry in access exclusive mode", held, transaction);
            await block.ExecuteNonQueryAsync();
            var ended = await Assert.ThrowsAsync<RpcException>(() => rww.GetDischargeStatusAsync(ById(admitted.DischargeId)).ResponseAsync);
            Assert.Contains(ended.StatusCode, new[] { StatusCode.DeadlineExceeded, StatusCode.Unavailable });
        }

        await Poll.Until(async () => await Answers(rww, admitted.DischargeId), "reads do not come back with the audit");
    }

    [Theory]
    [InlineData("update audit.entry set purpose = 'X'")]
    [InlineData("delete from audit.entry")]
    [InlineData("truncate audit.entry")]
    [InlineData("update audit.seal set rows = 0")]
    [InlineData("delete from audit.seal")]
    [InlineData("truncate audit.seal")]
    public async Task History_takes_no_change_neither_from_the_hub_nor_from_its_owner(string sql)
    {
        await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => hub.Execute(sql))).SqlState);
        await using var source = NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner));
        await using var command = source.CreateCommand(sql);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    private static async Task<bool> Answers(DischargeService.DischargeServiceClient client, string id)
    {
        try
        {
            return (await client.GetDischargeStatusAsync(ById(id))).DischargeId == id;
        }
        catch (RpcException)
        {
            return false;
        }
    }

    private async Task<List<AuditRow>> Rows(long behind)
    {
        await using var command = hub.Database.CreateCommand(
            "select partner, organization, purpose, operation, interaction, outcome, records, trace_id from audit.entry where partner = 'rww' and seq > $1 order by seq");
        command.Parameters.Add(new() { Value = behind });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<AuditRow>();
        while (await reader.ReadAsync())
        {
            rows.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetChar(4), reader.GetString(5), reader.GetFieldValue<Guid[]>(6), reader.GetString(7)));
        }

        return rows;
    }

    private sealed record AuditRow(string Partner, string Organization, string Purpose, string Operation, char Interaction, string Outcome, Guid[] Records, string Trace);
}
