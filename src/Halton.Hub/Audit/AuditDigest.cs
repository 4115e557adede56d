namespace Halton.Hub.Audit;

/// <summary>The SQL that hashes audit rows; sealing and verifying use the same words.</summary>
internal static class AuditDigest
{
    /// <summary>Hash of one row: every column, in a form that no session setting changes.</summary>
    private const string Leaf = """
        sha256(convert_to(concat_ws('|', e.xid::text, e.seq, extract(epoch from e.recorded_at), e.partner, e.organization, e.purpose, e.operation,
            e.interaction::text, e.outcome, coalesce(encode(e.subject, 'hex'), '-'), e.records::text, e.trace_id), 'UTF8'))
        """;

    /// <summary>Seals up to $1 rows that follow the last block and lie below every transaction still running.</summary>
    public const string SealNext = $"""
        with last as (
            select coalesce(max(block), 0) as block,
                   (array_agg(hash order by block desc))[1] as hash,
                   (array_agg(last_xid order by block desc))[1] as xid,
                   (array_agg(last_seq order by block desc))[1] as seq
            from audit.seal where block = (select max(block) from audit.seal)
        ), rows as (
            select e.xid, e.seq, {Leaf} as leaf
            from audit.entry e, last
            where (e.xid, e.seq) > (coalesce(last.xid, '0'::xid8), coalesce(last.seq, 0)) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by e.xid, e.seq limit $1
        ), block as (
            select count(*) as rows, sha256(string_agg(leaf, ''::bytea order by xid, seq)) as digest,
                   (array_agg(xid order by xid desc, seq desc))[1] as xid, (array_agg(seq order by xid desc, seq desc))[1] as seq
            from rows having count(*) > 0
        )
        insert into audit.seal (block, last_xid, last_seq, rows, digest, previous, hash, sealed_at)
        select last.block + 1, b.xid, b.seq, b.rows, b.digest, coalesce(last.hash, ''::bytea),
               sha256(convert_to((last.block + 1)::text || '|' || b.xid::text || '|' || b.seq || '|' || b.rows || '|', 'UTF8') || b.digest || coalesce(last.hash, ''::bytea)), $2
        from block b, last
        returning block, rows, hash
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
