using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Standing;

/// <summary>
/// Looks again at the validations of all councils, each in a save of its own: those of homes where somebody was placed and none was opened,
/// those that something has happened to since (CQC, a sanction, an assessment, a placement, evidence that grew old), and each of them once a
/// day, for days pass: expiries, overrides, contracts and answers that run out raise their tasks here.
/// </summary>
public sealed class RevalidateOutOfBorough(OneSave saves, HubReads reads, TimeProvider time)
{
    private const string Due = $"""
        select p.council, p.home_id from placement.standing_placement p join carehomes.care_home h on h.id = p.home_id join access.organization o on o.code = p.council
        where p.ended_on is null and {PlacementSql.Outside} and not exists (select from carehomes.validation v where v.council = p.council and v.home_id = p.home_id)
        union
        select v.council, v.home_id from carehomes.validation v join carehomes.care_home h on h.id = v.home_id left join carehomes.council_policy c on c.council = v.council
        where v.checked_at < $1
            or h.changed_at > v.checked_at
            or exists (select from carehomes.declaration d where d.home_id = v.home_id and d.declared_at > v.checked_at)
            or (h.synced_at > v.checked_at and exists (select from carehomes.validation_check k where k.validation_id = v.id and k.code = '01' and k.outcome = 'pending'))
            or (h.synced_at + make_interval(hours => coalesce(c.cqc_fresh_hours, 24)) >= v.checked_at and h.synced_at + make_interval(hours => coalesce(c.cqc_fresh_hours, 24)) < $2)
            or exists (select from carehomes.sanction s where s.home_id = v.home_id and s.lifted_on is null and s."from" <= $3 and s.id <> all (v.known_sanctions))
            or exists (select from carehomes.sanction s where s.id = any (v.known_sanctions) and s.lifted_on is not null)
            or exists (select from carehomes.pamms_assessment a where a.home_id = v.home_id and a.recorded_at > v.checked_at)
            or exists (select from placement.standing_placement p where p.council = v.council and p.home_id = v.home_id and p.changed_at > v.checked_at)
        order by 1, 2
        """;

    /// <summary>Runs it; answers how many were looked at.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        var query = WalledBatch.Command(Due, LondonTime.Start(time.Today()), time.GetUtcNow(), time.Today());
        var due = await reads.Look(clock.Call, query, row => new Pair(row.GetString(0), row.GetGuid(1)), pair => pair.HomeId, null, ct);
        foreach (var pair in due)
        {
            await saves.Run(clock.Call, clock.RequestId($"{pair.Council} {pair.HomeId}"), pair, save => Look(save, pair, ct), v => v.Id, ct);
        }

        return RunCounts.Of(("validations looked at", due.Count));
    }

    private static async Task<Looked> Look(Save save, Pair pair, CancellationToken ct)
    {
        var home = await save.Db.Set<CareHome>().SingleAsync(h => h.Id == pair.HomeId, ct);
        var area = await save.Db.Area(pair.Council, ct);

        // A home that has come into the council's area is still looked at, as long as its validation is there.
        var state = await PlacementValidation.Follow(save, pair.Council, home, area, ct) ?? await RevalidateHome.Run(save, pair.Council, home, ValidationAct.None, ct);
        return new Looked(state?.Id ?? home.Id, state?.Decision);
    }

    private sealed record Pair(string Council, Guid HomeId);

    private sealed record Looked(Guid Id, string? Decision);
}
