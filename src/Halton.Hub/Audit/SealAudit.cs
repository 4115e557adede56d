using Halton.Hub.Data;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Audit;

/// <summary>
/// Seals audit rows whose transactions have all ended into blocks of a SHA-256 chain, and writes each block's hash to an anchor file
/// outside the database, so that not even a whole rewritten chain goes unseen. One node seals at a time, and another leaves it to that one: the lock is the transaction's own.
/// </summary>
public sealed class SealAudit(NpgsqlDataSource source, TimeProvider clock, AnchorFile anchors)
{
    /// <summary>Rows in a full block.</summary>
    public const int FullBlock = 20_000;

    /// <summary>Seals one block of what can be sealed now; returns how many rows. A full block means that more may be waiting.</summary>
    public async Task<long> Run(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await Chain(connection, transaction, ct) is not { } chain)
        {
            return 0;
        }

        await using var command = new NpgsqlCommand(AuditDigest.SealNext, connection, transaction)
        {
            Parameters =
            {
                new() { Value = chain.Block + 1 },
                new() { Value = chain.Hash },
                new() { Value = chain.Xid, NpgsqlDbType = NpgsqlDbType.Xid8 },
                new() { Value = chain.Seq },
                new() { Value = FullBlock },
                new() { Value = clock.GetUtcNow() },
            },
        };
        long rows = 0;
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (await reader.ReadAsync(ct))
            {
                rows = reader.GetInt64(0);
                // Before the commit: an anchor without its block is found out, a block without its anchor would be trusted.
                anchors.Append(chain.Block + 1, reader.GetFieldValue<byte[]>(1));
            }
        }

        await transaction.CommitAsync(ct);
        if (rows > 0)
        {
            anchors.Confirm(chain.Block + 1);
        }

        return rows;
    }

    private static async Task<(long Block, byte[] Hash, ulong Xid, long Seq)?> Chain(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var batch = WalledBatch.For(new NpgsqlBatch(connection, transaction), "SYSTEM:AuditSeal");
        batch.BatchCommands.Add(WalledBatch.Command("select pg_try_advisory_xact_lock(hashtext('halton-hub-audit-seal'))"));
        batch.BatchCommands.Add(WalledBatch.Command(AuditDigest.Last));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        if (!reader.GetBoolean(0))
        {
            return null;
        }

        await reader.NextResultAsync(ct);
        return await reader.ReadAsync(ct)
            ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<ulong>(2), reader.GetInt64(3))
            : (0, [], 0, 0);
    }
}
