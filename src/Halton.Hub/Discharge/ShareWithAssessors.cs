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

    /// <summary>Shares it, inside a save.</summary>
    public static async Task Run(Save save, Stay stay, CancellationToken ct)
    {
        if (stay is { CareTransferHubReferred: true, Pathway: "P2" or "P3" })
        {
            await using var batch = save.Batch(WalledBatch.Command(Sql, stay.Id, save.Organization, stay.AdmittedAt, LondonTime.Day(save.Now)));
            await batch.ExecuteNonQueryAsync(ct);
        }
    }
}
