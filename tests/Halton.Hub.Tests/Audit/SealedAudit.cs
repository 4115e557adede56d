using Halton.Hub.Audit;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Audit;

/// <summary>Two thousand sealed rows, an attacker who is the database's superuser, and a copy to put things right again.</summary>
public sealed class SealedAudit : IAsyncLifetime
{
    private const int Blocks = 20;
    private const int RowsOfABlock = 100;

    private readonly string anchors = Path.Combine(Path.GetTempPath(), $"halton-anchors-{Guid.CreateVersion7():N}");

    /// <summary>The node.</summary>
    public HubUnderTest Hub { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Hub = await HubUnderTest.Start(anchors: anchors);
        await Seal();
        for (var block = 0; block < Blocks; block++)
        {
            await Hub.Execute("""
                insert into audit.entry (recorded_at, partner, organization, purpose, operation, interaction, outcome, subject, records, trace_id)
                select now(), 'partner-' || n % 7, 'ORG-' || n % 5, case n % 10 when 0 then 'X|Y' else 'TREAT' end, 'Operation' || n % 3, 'r', 'success', sha256(n::text::bytea), array[gen_random_uuid()], md5(random()::text)
                from generate_series(1, $1) n
                """, RowsOfABlock);
            await Poll.Until(async () => await Seal() > 0, "rows are not sealed");
        }

        await Hub.Execute("create schema copy; create table copy.entry as select * from audit.entry; create table copy.seal as select * from audit.seal");
    }

    /// <summary>Seals what can be sealed.</summary>
    public Task<long> Seal() => Hub.Services.GetRequiredService<SealAudit>().Run(default);

    /// <summary>Verifies.</summary>
    public Task<AuditVerdict> Verify() => new VerifyAudit(Hub.Owner, anchors).Run(default);

    /// <summary>Tampers, verifies, and puts everything back.</summary>
    public async Task<AuditVerdict> VerdictOn(params string[] tampering)
    {
        await Tamper(tampering);
        var verdict = await Verify();
        await Tamper(
            "delete from audit.entry",
            "insert into audit.entry overriding system value select * from copy.entry",
            "delete from audit.seal",
            "insert into audit.seal select * from copy.seal");
        return verdict;
    }

    /// <summary>Does what no account of the hub can: triggers are off for the superuser's session.</summary>
    private async Task Tamper(params string[] statements)
    {
        await using var connection = await Hub.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var off = new NpgsqlCommand("set local session_replication_role = replica", connection, transaction))
        {
            await off.ExecuteNonQueryAsync();
        }

        foreach (var sql in statements)
        {
            await using var tamper = new NpgsqlCommand(sql, connection, transaction);
            var changed = await tamper.ExecuteNonQueryAsync();
            Assert.True(changed > 0 || sql.StartsWith("delete from", StringComparison.Ordinal), $"changed nothing: {sql}");
        }

        await transaction.CommitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        File.Delete(anchors);
    }
}
