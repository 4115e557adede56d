using System.Data;
using Halton.Hub.Access;
using Halton.Hub.Audit;
using Npgsql;

namespace Halton.Hub.Data;

/// <summary>
/// The one way to read a person's record: behind the row walls, and answered only after the look is durably on record. An operation that
/// reads through here cannot forget either.
/// </summary>
public sealed class HubReads(NpgsqlDataSource source, AuditLog audit)
{
    /// <summary>Runs one query for a call and puts what was seen on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="query">The query, with the slice's own row filter.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="id">The record that a row is about.</param>
    /// <param name="subject">Pseudonym of the person asked for, when one was named.</param>
    /// <param name="ct">Ends the read early.</param>
    public async Task<List<T>> Look<T>(Call call, NpgsqlBatchCommand query, Func<NpgsqlDataReader, T> read, Func<T, Guid> id, byte[]? subject, CancellationToken ct)
    {
        var rows = new List<T>();
        await Look(call, [new(query, Take)], subject, ct);
        return rows;

        Guid Take(NpgsqlDataReader row)
        {
            var one = read(row);
            rows.Add(one);
            return id(one);
        }
    }

    /// <summary>Runs several queries for a call in one round trip and puts all that was seen on record, in one row.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="parts">The queries, each with its slice's own row filter.</param>
    /// <param name="subject">Pseudonym of the person asked for, when one was named.</param>
    /// <param name="ct">Ends the read early.</param>
    public async Task Look(Call call, IReadOnlyList<LookPart> parts, byte[]? subject, CancellationToken ct)
    {
        var seen = new List<Guid>();
        await using (var batch = WalledBatch.ForLook(source.CreateBatch(), call.Organization))
        {
            foreach (var part in parts)
            {
                batch.BatchCommands.Add(part.Query);
            }

            await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.Default, ct);
            foreach (var part in parts)
            {
                await reader.NextResultAsync(ct);
                while (await reader.ReadAsync(ct))
                {
                    seen.Add(part.Take(reader));
                }
            }
        }

        await audit.Seen(call, seen, subject);
    }
}
