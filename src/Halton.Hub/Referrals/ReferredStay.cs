using System.Text.Json;
using Halton.Hub.Data;
using Halton.Hub.Patients;

namespace Halton.Hub.Referrals;

/// <summary>What a referral takes from a stay in hospital.</summary>
/// <param name="Trust">Code of the trust.</param>
/// <param name="NhsNumber">Ten digits, when known.</param>
/// <param name="NhsNumberStatus">UK Core verification status.</param>
/// <param name="Open">Whether the stay goes on.</param>
/// <param name="Pathway">The pathway, when one is assigned.</param>
/// <param name="Council">The council where the person lives.</param>
/// <param name="Patient">The person.</param>
internal sealed record ReferredStay(string Trust, string? NhsNumber, string NhsNumberStatus, bool Open, string? Pathway, string? Council, Patient Patient)
{
    // FOR SHARE: a new pathway of the same moment waits, or comes first and is seen.
    private const string Sql = """
        select s.trust, s.nhs_number, s.nhs_number_status, s.state <= 3, s.pathway, discharge.council_of(s.id),
            (select row_to_json(p) from discharge.patient p where p.stay_id = s.id)::text
        from discharge.stay s
        where s.id = $1 and exists (select 1 from discharge.access a where a.stay_id = s.id and a.org = $2 and a.relationship in ('trust', 'residence')) for share of s
        """;


    /// <summary>Reads it for somebody whose patient or resident it is. Fault: DISCHARGE_NOT_FOUND.</summary>
    public static async Task<ReferredStay> Of(Save save, Guid stay, CancellationToken ct)
    {
        await using var batch = save.Batch(WalledBatch.Command(Sql, stay, save.Organization));
        await using var row = await batch.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new ReferredStay(row.GetString(0), row.TextAt(1), row.GetString(2), row.GetBoolean(3), row.TextAt(4), row.TextAt(5), JsonSerializer.Deserialize<Patient>(row.GetString(6), HubJson.Rows)!)
            : throw ReferralFaults.DischargeNotFound();
    }

    /// <summary>Refuses a stay that leads to no community service. Faults: STAY_CLOSED, PATHWAY_HAS_NO_REFERRAL.</summary>
    public void DemandReferable()
    {
        if (!Open)
        {
            throw ReferralFaults.StayClosed();
        }

        if (Pathway is not ("P1" or "P2"))
        {
            throw ReferralFaults.NoReferralPathway();
        }
    }
}
