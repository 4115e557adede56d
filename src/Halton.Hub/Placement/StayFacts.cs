using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement;

/// <summary>What the way to a placement must know of a stay in hospital: read from the discharge slice's tables, behind its row walls.</summary>
/// <param name="Id">The hub's id of the stay.</param>
/// <param name="Trust">Code of the trust.</param>
/// <param name="NhsNumber">Ten digits, only when the trust has verified them.</param>
/// <param name="Open">Whether the stay goes on.</param>
/// <param name="MeetsCriteria">Whether the latest review found a criterion met; null before the first.</param>
/// <param name="Pathway">P0 to P3; null before the first decision.</param>
/// <param name="Council">Code of the council where the person lives; null when it takes no part in the hub.</param>
internal sealed record StayFacts(Guid Id, string Trust, string? NhsNumber, bool Open, bool? MeetsCriteria, string? Pathway, string? Council)
{
    // FOR SHARE: a review or a new pathway of the same moment waits until this save has seen the stay as it was, or comes first and is seen.
    private const string Sql = """
        select s.id as id, s.trust as trust, case when s.nhs_number_status = '01' then s.nhs_number end as nhs_number, s.state <= 3 as open,
            s.meets_criteria as meets_criteria, s.pathway as pathway, discharge.council_of(s.id) as council
        from discharge.stay s
        where s.id = {0} and exists (select 1 from discharge.access a where a.stay_id = s.id and a.org = {1}) for share of s
        """;

    /// <summary>Whether the pathway leads to a bed in a home.</summary>
    public bool LeadsToABed => Pathway is "P2" or "P3";

    /// <summary>Reads it for the caller of a save. Fault: DISCHARGE_NOT_FOUND.</summary>
    public static async Task<StayFacts> Of(Save save, Guid stay, CancellationToken ct)
    {
        var found = await save.Db.Database.SqlQueryRaw<StayFacts>(Sql, stay, save.Organization).ToListAsync(ct);
        return found is [var one] ? one : throw PlacementFaults.DischargeNotFound();
    }

    /// <summary>Demands that the person is on the way to a bed. Faults: STAY_CLOSED, PATHWAY_HAS_NO_PLACEMENT.</summary>
    public void DemandOnTheWay()
    {
        if (!Open)
        {
            throw PlacementFaults.StayClosed();
        }

        if (!LeadsToABed)
        {
            throw PlacementFaults.NoPlacementPathway();
        }
    }

    /// <summary>Demands that the person is ready to leave. Fault: STILL_MEETS_CRITERIA.</summary>
    public void DemandReady()
    {
        if (MeetsCriteria is not false)
        {
            throw PlacementFaults.StillMeetsCriteria();
        }
    }
}
