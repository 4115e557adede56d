using Halton.Hub.CareHomes;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>
/// Lets trusted assessors see a stay that was referred to the care transfer hub on a pathway that leads to a bed: the organisations that homes
/// have a current agreement with, as the council where the person lives has recorded it.
/// </summary>
internal static class ShareWithAssessors
{
    private const string Sql = """
        insert into discharge.access (org, stay_id, relationship, granted_by, admitted_at, open)
        select distinct a.assessor, $1::uuid, 'assessor', $2, $3::timestamptz, true from carehomes.assessor_agreement a
        where a.council = discharge.council_of($1) and a.valid_from <= $4 and (a.valid_to is null or a.valid_to >= $4)
        on conflict do nothing
        """;

    // Those on their way already: the residents of the council whose agreement with a home it is.
    private const string UnderWay = """
        insert into discharge.access (org, stay_id, relationship, granted_by, admitted_at, open)
        select distinct a.assessor, s.id, 'assessor', $1, s.admitted_at, true
        from discharge.access r join discharge.stay s on s.id = r.stay_id join carehomes.assessor_agreement a on a.council = r.org
        where r.org = $1 and r.relationship = 'residence' and r.open and s.care_transfer_hub_referred and s.pathway in ('P2', 'P3')
            and a.home_id = $2 and a.valid_from <= $3 and (a.valid_to is null or a.valid_to >= $3)
        on conflict do nothing
        """;

    /// <summary>Follows the recording of agreements.</summary>
    public static Follower Follower { get; } = new(new HashSet<string> { CareHomeEvents.HomeChanged }, (save, told, ct) => Run(save, (CareHomeChange)told.Payload, ct));

    /// <summary>Shares it, inside a save.</summary>
    public static async Task Run(Save save, Stay stay, CancellationToken ct)
    {
        if (stay is { CareTransferHubReferred: true, Pathway: "P2" or "P3" })
        {
            await save.BeforeMoreSee(ct);
            await using var batch = save.Batch(WalledBatch.Command(Sql, stay.Id, save.Organization, stay.AdmittedAt, LondonTime.Day(save.Now)));
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task Run(Save save, CareHomeChange change, CancellationToken ct)
    {
        if (change.Changed.Contains("agreement"))
        {
            await save.Db.SaveChangesAsync(ct);
            await using var batch = save.Batch(WalledBatch.Command(UnderWay, save.Organization, change.HomeId, LondonTime.Day(save.Now)));
            await batch.ExecuteNonQueryAsync(ct);
        }
    }
}
