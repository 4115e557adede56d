namespace Halton.Hub.Audit;

/// <summary>The SQL that hashes audit rows; sealing and verifying use the same words.</summary>
internal static class AuditDigest
{
    /// <summary>
    /// Hash of one row: every column, in a form that no session setting changes. As an array's text, which quotes what holds a separator:
    /// nothing can move from one column into the next unseen.
    /// </summary>
    private const string Leaf = """
        sha256(convert_to(array[e.xid::text, e.seq::text, extract(epoch from e.recorded_at)::text, e.partner, e.organization, e.purpose, e.operation,
            e.interaction::text, e.outcome, encode(e.subject, 'hex'), e.records::text, e.trace_id]::text, 'UTF8'))
        """;

    /// <summary>The end of the chain: block, its hash, and the last row that it covers.</summary>
    public const string Last = "select block, hash, last_xid, last_seq from audit.seal order by block desc limit 1";

    /// <summary>
    /// Seals, as block $1 behind hash $2, up to $5 rows behind ($3, $4) that lie below every transaction still running. The bounds are
    /// parameters, so that the rows are found by the primary key however long the audit is.
    /// </summary>
    public const string SealNext = $"""
        with rows as (
            select e.xid, e.seq, {Leaf} as leaf
            from audit.entry e
            where (e.xid, e.seq) > ($3, $4) and e.xid < (select pg_snapshot_xmin(pg_current_snapshot()))
            order by e.xid, e.seq limit $5
        ), block as (
            select count(*) as rows, sha256(string_agg(leaf, ''::bytea order by xid, seq)) as digest,
                   (array_agg(xid order by xid desc, seq desc))[1] as xid, (array_agg(seq order by xid desc, seq desc))[1] as seq
            from rows having count(*) > 0
        )
        insert into audit.seal (block, last_xid, last_seq, rows, digest, previous, hash, sealed_at)
        select $1, b.xid, b.seq, b.rows, b.digest, $2,
               sha256(convert_to($1::text || '|' || b.xid::text || '|' || b.seq || '|' || b.rows || '|', 'UTF8') || b.digest || $2), $6
        from block b
        returning rows, hash
        """;

    /// <summary>Every block with what its rows hash to now, in order.</summary>
    public const string Recompute = $"""
        with bounds as (
            select s.*, lag(last_xid) over w as from_xid, lag(last_seq) over w as from_seq, lag(hash) over w as previous_hash, lag(block) over w as previous_block
            from audit.seal s window w as (order by block)
        )
        select b.block, b.rows, b.digest, b.previous, b.hash, b.previous_hash, coalesce(b.previous_block, 0),
               sha256(convert_to(b.block::text || '|' || b.last_xid::text || '|' || b.last_seq || '|' || b.rows || '|', 'UTF8') || b.digest || b.previous) as rehash,
               found.rows, found.digest
        from bounds b, lateral (
            select count(*) as rows, sha256(string_agg(leaf, ''::bytea order by xid, seq)) as digest
            from (select e.xid, e.seq, {Leaf} as leaf from audit.entry e
                  where (e.xid, e.seq) > (coalesce(b.from_xid, '0'::xid8), coalesce(b.from_seq, 0)) and (e.xid, e.seq) <= (b.last_xid, b.last_seq)) leaves
        ) found
        order by b.block
        """;
}
