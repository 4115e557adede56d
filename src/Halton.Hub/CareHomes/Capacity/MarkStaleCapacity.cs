using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// Tells subscribers, once for each return, that a home's numbers have gone stale. Lists need no telling: they judge by the moment of asking.
/// </summary>
public sealed class MarkStaleCapacity(OneSave saves, FreshnessPolicies policies, WorkingDays days)
{
    private const int Batch = 500;

    private const string Mark = $"""
        with gone as (
            select r.home_id from carehomes.capacity_return r where r.as_of < $3 and not r.told_stale order by r.as_of, r.home_id limit $4 for update),
        marked as (update carehomes.capacity_return r set told_stale = true from gone where r.home_id = gone.home_id returning r.home_id)
        select {CapacitySql.Columns} from {CapacitySql.From} where h.id in (select home_id from marked)
        """;

    /// <summary>Runs it for a firing; answers how many homes were told of.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var policy = await policies.Now(ct);
        var marked = 0;
        for (var part = 0; ; part++)
        {
            var id = clock.RequestId($"stale {part}");
            var done = await saves.Run(clock.Call, id, new { part }, save => MarkSome(save, policy, ct), _ => id, ct);
            marked += done.Homes;
            if (done.Homes < Batch)
            {
                return RunCounts.Of(("homes gone stale", marked));
            }
        }
    }

    private async Task<Marked> MarkSome(Save save, FreshnessPolicy policy, CancellationToken ct)
    {
        var window = CapacityWindow.Latest(LondonTime.Day(save.Now), policy, days);
        await using var batch = save.Batch(WalledBatch.Command(Mark, window.From, window.Until, policy.KnownFrom(save.Now), Batch));
        await using var row = await batch.ExecuteReaderAsync(ct);
        var homes = 0;
        for (; await row.ReadAsync(ct); homes++)
        {
            save.Tell(CareHomeEvents.WentStale, CapacitySql.Read(row, policy, window, save.Now));
        }

        return new Marked(homes);
    }

    private sealed record Marked(int Homes);
}
