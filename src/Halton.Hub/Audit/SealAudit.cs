using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Audit;

/// <summary>
/// Seals audit rows whose transactions have all ended into blocks of a SHA-256 chain, and writes each block's hash to an anchor file
/// outside the database, so that not even a whole rewritten chain goes unseen. One node seals at a time: the lock is the transaction's own.
/// </summary>
public sealed class SealAudit(NpgsqlDataSource source, TimeProvider clock, AnchorFile anchors)
{
    private const int LargestBlock = 20_000;

    /// <summary>Seals what can be sealed now; returns how many rows.</summary>
    public async Task<long> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = WalledBatch.For(new NpgsqlBatch(connection, transaction), "SYSTEM:AuditSeal");
        batch.BatchCommands.Add(WalledBatch.Command("select pg_advisory_xact_lock(hashtext('halton-hub-audit-seal'))"));
        batch.BatchCommands.Add(WalledBatch.Command(AuditDigest.SealNext, LargestBlock, clock.GetUtcNow()));
        long rows = 0;
        await using (var reader = await batch.ExecuteReaderAsync(ct))
        {
            await reader.NextResultAsync(ct);
            await reader.NextResultAsync(ct);
            if (await reader.ReadAsync(ct))
            {
                rows = reader.GetInt64(1);
                // Before the commit: an anchor without its block is found out, a block without its anchor would be trusted.
                await anchors.Append(reader.GetInt64(0), reader.GetFieldValue<byte[]>(2), ct);
            }
        }

        await transaction.CommitAsync(ct);
        return rows;
    }
}
