using System.Text.Json;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Npgsql;

namespace Halton.Hub.Placement.Reservations;

/// <summary>What a reservation stands on, read in one go: the assessors' own assessment, the stay, the homes that were named, and holds of the person's whose time has run out unnoticed.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Stay">The stay, locked against a review or a pathway of the same moment.</param>
/// <param name="Homes">The homes in the order of the request.</param>
/// <param name="RanOut">Reservations of this assessment that nobody has taken note of yet.</param>
internal sealed record ReservationGround(Assessment Assessment, StayFacts Stay, IReadOnlyList<HomeAsked> Homes, IReadOnlyList<Guid> RanOut)
{
    private const string Own = """
        select a.id, a.stay_id, a.trust, a.council, a.assessor, a.content::text, a.assessed_at, a.valid_until, a.dispute_reason, a.changed_at
        from placement.assessment a where a.id = $1 and a.assessor = $2
        """;

    private const string Unnoticed = """
        select r.id from placement.bed_reservation r join carehomes.bed_hold h on h.id = r.id
        where r.assessment_id = $1 and not r.ended and h.state = 'held' and h.held_until <= clock_timestamp()
        """;

    /// <summary>Reads it. Faults: ASSESSMENT_NOT_FOUND, DISCHARGE_NOT_FOUND, CARE_HOME_NOT_FOUND.</summary>
    public static async Task<ReservationGround> Read(Save save, Guid assessment, IReadOnlyList<string> homes, CancellationToken ct)
    {
        await using var batch = save.Batch(
            WalledBatch.Command(Own, assessment, save.Organization),
            WalledBatch.Command(StayFacts.ByAssessment, assessment, save.Organization),
            HomeAsked.Named(homes, assessment, save.Organization, LondonTime.Day(save.Now)),
            WalledBatch.Command(Unnoticed, assessment));
        await using var row = await batch.ExecuteReaderAsync(ct);
        var assessed = await row.ReadAsync(ct) ? Assessed(row) : throw PlacementFaults.AssessmentNotFound();
        await row.NextResultAsync(ct);
        var stay = await StayFacts.Read(row, ct);
        await row.NextResultAsync(ct);
        var asked = await HomeAsked.Read(row, homes, ct);
        await row.NextResultAsync(ct);
        var ranOut = new List<Guid>();
        while (await row.ReadAsync(ct))
        {
            ranOut.Add(row.GetGuid(0));
        }

        return new ReservationGround(assessed, stay, asked, ranOut);
    }

    private static Assessment Assessed(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        StayId = row.GetGuid(1),
        Trust = row.GetString(2),
        Council = row.TextAt(3),
        Assessor = row.GetString(4),
        Content = JsonSerializer.Deserialize<AssessmentContent>(row.GetString(5), HubJson.Options)!,
        AssessedAt = row.GetFieldValue<DateTimeOffset>(6),
        ValidUntil = row.GetFieldValue<DateTimeOffset>(7),
        DisputeReason = row.TextAt(8),
        ChangedAt = row.GetFieldValue<DateTimeOffset>(9),
    };
}
