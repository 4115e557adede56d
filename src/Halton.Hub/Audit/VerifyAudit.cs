using Npgsql;

namespace Halton.Hub.Audit;

/// <summary>Recomputes the whole chain and compares it with the anchors: finds a changed, missing or inserted row and a cut or rewritten chain.</summary>
public sealed class VerifyAudit(string ownerConnection, string? anchorFile)
{
    /// <summary>Verifies everything that is sealed.</summary>
    public async Task<AuditVerdict> Run(CancellationToken ct)
    {
        var anchors = await new AnchorFile(anchorFile).Read(ct);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ownerConnection) { CommandTimeout = 600, Pooling = false });
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await using (var wall = new NpgsqlCommand("select set_config('hub.org', 'SYSTEM:AuditSeal', true)", connection, transaction))
        {
            await wall.ExecuteNonQueryAsync(ct);
        }

        var findings = new List<string>();
        long rows = 0, blocks = 0;
        await using (var command = new NpgsqlCommand(AuditDigest.Recompute, connection, transaction))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                (rows, blocks) = (rows + reader.GetInt64(1), blocks + 1);
                findings.AddRange(Judge(reader, anchors));
            }
        }

        if (AnchorFile.LastSealed(anchors) is var last && last > blocks)
        {
            findings.Add($"The chain is cut: block {last} was anchored, the chain ends at {blocks}.");
        }

        return new AuditVerdict(findings.Count == 0, rows, await Unsealed(connection, transaction, ct), blocks, findings);
    }

    private static IEnumerable<string> Judge(NpgsqlDataReader block, ILookup<long, string> anchors)
    {
        var number = block.GetInt64(0);
        var hash = block.GetFieldValue<byte[]>(4);
        if (block.GetInt64(6) != number - 1)
        {
            yield return $"Block {number - 1} is missing.";
        }

        if (!Same(block, 3, block.IsDBNull(5) ? [] : block.GetFieldValue<byte[]>(5)) || !Same(block, 7, hash))
        {
            yield return $"Block {number} does not follow from the block before it.";
        }

        if (block.GetInt64(8) != block.GetInt64(1))
        {
            yield return $"Block {number} sealed {block.GetInt64(1)} rows and now has {block.GetInt64(8)}.";
        }
        else if (block.IsDBNull(9) || !Same(block, 9, block.GetFieldValue<byte[]>(2)))
        {
            yield return $"A row of block {number} was changed.";
        }

        if (anchors.Contains(number) && !anchors[number].Contains(Convert.ToHexStringLower(hash)))
        {
            yield return $"Block {number} is not the block that was anchored.";
        }
    }

    private static bool Same(NpgsqlDataReader block, int column, byte[] expected) => block.GetFieldValue<byte[]>(column).AsSpan().SequenceEqual(expected);

    private static async Task<long> Unsealed(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select count(*) from audit.entry e where (e.xid, e.seq) > (select coalesce(max(last_xid), '0'::xid8), coalesce(max(last_seq), 0) from audit.seal where block = (select max(block) from audit.seal))",
            connection,
            transaction);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
