using Halton.Hub.Access;
using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Discharge;

/// <summary>Finds the stay that a part of a history belongs to, behind the row walls. Not found and not yours are the same fault: DISCHARGE_NOT_FOUND. Whoever reads the stay then leaves the audit row.</summary>
public sealed class FindStayOf(NpgsqlDataSource source)
{
    /// <summary>A review's stay.</summary>
    public Task<string> Review(Call call, Guid id, CancellationToken ct) => Run(call, "select h.stay_id from discharge.criteria_review h where h.id = $1", id, ct);

    /// <summary>The stay of a reason for delay.</summary>
    public Task<string> Delay(Call call, Guid id, CancellationToken ct) => Run(call, "select h.stay_id from discharge.delay h where h.id = $1", id, ct);

    private async Task<string> Run(Call call, string sql, Guid id, CancellationToken ct)
    {
        await using var batch = WalledBatch.For(source.CreateBatch(), call.Organization);
        batch.BatchCommands.Add(WalledBatch.Command(sql, id));
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        return await row.ReadAsync(ct) ? row.GetGuid(0).ToString() : throw DischargeFaults.NotFound();
    }
}
