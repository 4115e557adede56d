using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// Asks homes that have made no return in the open window for it: when it opens, on the 12th, and on its last day, once each. Asked are the
/// homes that somebody here speaks for: an organisation of their own, the council of their area, or whoever reported for them before.
/// </summary>
public sealed class ChaseReturns(OneSave saves, FreshnessPolicies policies, WorkingDays days, TimeProvider time)
{
    private const int Batch = 500;

    private const string Chase = $"""
        with asked as (
            insert into carehomes.capacity_chase (home_id, "window", stage, told_at)
            select h.id, $3, $4, $5 from carehomes.care_home h
            where {CapacitySql.Open} and coalesce(h.registration_date <= $6, true)
                and (h.organization is not null or exists (select from access.organization o where o.local_authority = h.local_authority)
                    or exists (select from carehomes.capacity_return r where r.home_id = h.id))
                and not exists (select from carehomes.capacity_history c where c.home_id = h.id and c.received_at >= $1 and c.received_at < $2)
                and not exists (select from carehomes.capacity_chase c where c.home_id = h.id and c."window" = $3 and c.stage = $4)
            order by h.id limit $7 on conflict do nothing returning home_id)
        select {CapacitySql.Columns} from {CapacitySql.From} where h.id in (select home_id from asked)
        """;

    /// <summary>Runs it for a firing; answers how many homes were asked.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var policy = await policies.Now(ct);
        var today = time.Today();
        var window = CapacityWindow.Latest(today, policy, days);
        if (window.StageOn(today, policy) is not { } stage)
        {
            return RunCounts.None;
        }

        var asked = 0;
        for (var part = 0; ; part++)
        {
            var id = clock.RequestId($"chase {stage} {part}");
            var done = await saves.Run(clock.Call, id, new { part, stage, window.Opens }, save => Ask(save, window, stage, policy, ct), _ => id, ct);
            asked += done.Homes;
            if (done.Homes < Batch)
            {
                return RunCounts.Of(("returns asked for", asked));
            }
        }
    }

    private static async Task<Asked> Ask(Save save, CapacityWindow window, string stage, FreshnessPolicy policy, CancellationToken ct)
    {
        await using var batch = save.Batch(WalledBatch.Command(Chase, window.From, window.Until, window.Opens, stage, save.Now, window.Closes, Batch));
        await using var row = await batch.ExecuteReaderAsync(ct);
        var homes = 0;
        for (; await row.ReadAsync(ct); homes++)
        {
            save.Tell(CareHomeEvents.ReturnDue, CapacitySql.Read(row, policy, window, save.Now));
        }

        return new Asked(homes);
    }

    private sealed record Asked(int Homes);
}
