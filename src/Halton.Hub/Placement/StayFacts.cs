using Halton.Hub.Data;
using Npgsql;

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
        select s.id, s.trust, case when s.nhs_number_status = '01' then s.nhs_number end, s.state <= 3, s.meets_criteria, s.pathway, discharge.council_of(s.id)
        from discharge.stay s
        where s.id = {0} and exists (select 1 from discharge.access a where a.stay_id = s.id and a.org = $2) for share of s
        """;

    /// <summary>Finds the stay that is $1, for the organisation that is $2.</summary>
    public static readonly string ById = Sql.Replace("{0}", "$1", StringComparison.Ordinal);

    /// <summary>Finds the stay of the assessment that is $1, for the organisation of assessors that is $2.</summary>
    public static readonly string ByAssessment = Sql.Replace("{0}", "(select m.stay_id from placement.assessment m where m.id = $1 and m.assessor = $2)", StringComparison.Ordinal);

    /// <summary>Whether the pathway leads to a bed in a home.</summary>
    public bool LeadsToABed => Pathway is "P2" or "P3";

    /// <summary>Reads it for the caller of a save. Fault: DISCHARGE_NOT_FOUND.</summary>
    public static async Task<StayFacts> Of(Save save, Guid stay, CancellationToken ct)
    {
        await using var batch = save.Batch(WalledBatch.Command(ById, stay, save.Organization));
        await using var row = await batch.ExecuteReaderAsync(ct);
        return await Read(row, ct);
    }

    /// <summary>Reads the one row of a result. Fault: DISCHARGE_NOT_FOUND.</summary>
    public static async Task<StayFacts> Read(NpgsqlDataReader row, CancellationToken ct) => await row.ReadAsync(ct)
        ? new StayFacts(row.GetGuid(0), row.GetString(1), row.TextAt(2), row.GetBoolean(3), row.ValueAt<bool>(4), row.TextAt(5), row.TextAt(6))
        : throw PlacementFaults.DischargeNotFound();

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
