using Halton.Hub.Audit;
using Xunit;

namespace Halton.Hub.Tests.Audit;

/// <summary>Whoever changes history is found out, be it the database's superuser.</summary>
public sealed class TamperTests(SealedAudit audit) : IClassFixture<SealedAudit>
{
    private static readonly string[] Columns =
    [
        "recorded_at = recorded_at + interval '1 microsecond'", "partner = partner || '-'", "organization = 'ELSEWHERE'", "purpose = 'ETREAT'", "operation = operation || 'x'",
        "interaction = 'u'", "outcome = 'NOT_FOUND'", "subject = null", "subject = sha256('x')", "records = '{}'", "records = records || gen_random_uuid()", "trace_id = ''",
    ];

    private static readonly string[] SealColumns =
        ["rows = rows + 1", "digest = sha256(digest)", "previous = sha256(previous)", "hash = sha256(hash)", "last_seq = last_seq - 1", "block = block + 1000"];

    private static readonly Func<Random, string[]>[] Kinds =
    [
        random => [$"update audit.entry set {Columns[random.Next(Columns.Length)]} where {Row(random)}"],
        random => [$"delete from audit.entry where {Row(random)}"],
        random => [$"""
            insert into audit.entry (xid, seq, recorded_at, partner, organization, purpose, operation, interaction, outcome, subject, records, trace_id)
            overriding system value select xid, -seq, recorded_at, partner, organization, purpose, operation, interaction, outcome, subject, records, trace_id from audit.entry where {Row(random)}
            """],
        Swap,
        random => [$"""
            with gone as (delete from audit.entry where {Row(random)} returning *)
            insert into audit.entry (xid, seq, recorded_at, partner, organization, purpose, operation, interaction, outcome, subject, records, trace_id)
            overriding system value select xid, -seq, recorded_at, partner, organization, purpose, operation, interaction, outcome, subject, records, trace_id from gone
            """],
        random => [$"delete from audit.seal where block = {Block(random)}"],
        random => [$"update audit.seal set {SealColumns[random.Next(SealColumns.Length)]} where block = {Block(random)}"],
        random => Cut(Block(random)),
        Rewrite,
    ];

    [Fact]
    public async Task A_hundred_random_tamperings_are_all_found_and_an_untouched_chain_is_clean()
    {
        var clean = await audit.Verify();
        Assert.Equal((true, 0), (clean.Clean, clean.Findings.Count));
        Assert.Equal((2000, 20), (clean.Rows, clean.Blocks));
        var random = new Random(20261124);
        for (var i = 0; i < 100; i++)
        {
            var tampering = Kinds[i % Kinds.Length](random);
            Assert.False((await audit.VerdictOn(tampering)).Clean, $"not found: {string.Join("; ", tampering)}");
        }

        Assert.True((await audit.Verify()).Clean);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    public async Task A_chain_cut_by_its_last_blocks_is_found_by_its_anchors(int blocks)
    {
        var verdict = await audit.VerdictOn(Cut(21 - blocks));
        Assert.Contains(verdict.Findings, f => f.StartsWith("The chain is cut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_finding_names_the_block()
    {
        var verdict = await audit.VerdictOn("update audit.entry set purpose = 'X' where (xid, seq) = (select last_xid, last_seq from audit.seal where block = 7)");
        Assert.Equal(["A row of block 7 was changed."], verdict.Findings);
    }

    [Fact]
    public async Task Text_moved_from_one_column_into_the_next_is_found()
    {
        // A caller chooses the purpose that a refusal is recorded with, so a separator in it must not blur where a column ends.
        var verdict = await audit.VerdictOn("update audit.entry set purpose = 'X', operation = 'Y|' || operation where (xid, seq) = (select xid, seq from audit.entry where purpose = 'X|Y' limit 1)");
        Assert.False(verdict.Clean);
    }

    private static string Row(Random random) => $"(xid, seq) = (select xid, seq from audit.entry order by xid, seq offset {random.Next(2000)} limit 1)";

    private static int Block(Random random) => random.Next(1, 21);

    private static string[] Swap(Random random)
    {
        var one = random.Next(1999);
        var other = random.Next(one + 1, 2000);
        return
        [
            $"""
            with placed as (select xid, seq, trace_id, row_number() over (order by xid, seq) - 1 as place from audit.entry)
            update audit.entry e set trace_id = there.trace_id from placed here, placed there
            where (here.place, there.place) in (({one}, {other}), ({other}, {one})) and (e.xid, e.seq) = (here.xid, here.seq)
            """,
        ];
    }

    private static string[] Cut(int from) =>
    [
        $"delete from audit.entry e using (select coalesce(max(last_xid), '0') as xid from audit.seal where block < {from}) kept where e.xid > kept.xid",
        $"delete from audit.seal where block >= {from}",
    ];

    /// <summary>Changes a row and seals the whole chain anew, block by block as before: in itself it is right.</summary>
    private static string[] Rewrite(Random random) =>
    [
        $"update audit.entry set purpose = 'ETREAT' where {Row(random)}",
        "delete from audit.seal",
        .. Enumerable.Repeat(
            AuditDigest.SealNext
                .Replace("$1", "(select coalesce(max(block), 0) + 1 from audit.seal)", StringComparison.Ordinal)
                .Replace("$2", "coalesce((select hash from audit.seal order by block desc limit 1), ''::bytea)", StringComparison.Ordinal)
                .Replace("$3", "coalesce((select last_xid from audit.seal order by block desc limit 1), '0'::xid8)", StringComparison.Ordinal)
                .Replace("$4", "coalesce((select last_seq from audit.seal order by block desc limit 1), 0)", StringComparison.Ordinal)
                .Replace("$5", "100", StringComparison.Ordinal)
                .Replace("$6", "now()", StringComparison.Ordinal),
            20),
    ];
}
