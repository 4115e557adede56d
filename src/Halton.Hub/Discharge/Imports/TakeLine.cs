using Halton.Hub.Access;
using Halton.Hub.Audit;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Discharge.Imports;

/// <summary>Takes one line, as the call of its kind would be taken.</summary>
internal sealed class TakeLine(NpgsqlDataSource source, ImportedUpdates updates, AuditLog audit, TimeProvider clock)
{
    /// <summary>Takes it, or refuses it by name.</summary>
    public async Task<ImportAnswer> Run(ImportLine line, CancellationToken ct)
    {
        try
        {
            if (line.Wrong is { } wrong)
            {
                return await line.Refused(wrong, audit);
            }

            var started = clock.GetUtcNow().Kept();
            var stay = line.Item.DischargeId ?? (line.Admits ? "" : await Find(line.Call, line.Item.Spell!, ct));
            var taken = await updates.Take(line.Call, updates.Check(line.Call, line.Update!, line.RequestId, stay), ct);
            return line.Taken(taken, taken.ChangedAt < started);
        }
        catch (Fault fault)
        {
            return await line.Refused(fault, audit);
        }
    }

    private async Task<string> Find(Call call, string spell, CancellationToken ct)
    {
        var found = new Dictionary<string, Guid>();
        await Find(call, StaysBySpell.OfStanding(call.Organization, [spell]), found, ct);
        if (found.Count == 0)
        {
            await Find(call, StaysBySpell.OfCancelled(call.Organization, [spell]), found, ct);
        }

        return found.TryGetValue(spell, out var stay) ? stay.ToString() : throw DischargeFaults.NotFound();
    }

    private async Task Find(Call call, NpgsqlBatchCommand look, Dictionary<string, Guid> found, CancellationToken ct)
    {
        await using var batch = WalledBatch.For(source.CreateBatch(), call.Organization);
        batch.BatchCommands.Add(look);
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        await StaysBySpell.Read(rows, found, ct);
    }
}
