using System.Text.Json;
using Halton.Hub.Data;
using Halton.Hub.Placement.Assessments;
using Npgsql;

namespace Halton.Hub.Placement.Offers;

/// <summary>Reads offers straight from SQL.</summary>
internal static class OfferSql
{
    /// <summary>An offer <c>o</c> with its home <c>h</c>.</summary>
    public const string Select = """
        select o.id, o.reservation_id, o.assessment_id, o.assessment_version, o.stay_id, o.home_id, h.location_id, h.name, o.home_organization, o.state, o.content::text, o.nhs_number,
            o.admission_on, o.offered_at, o.answer_by, o.ended_at, o.answered_by, o.reason, o.answer_text, o.assessor, o.council, o.trust, o.placement_id, o.version, o.changed_at
        from placement.offer o join carehomes.care_home h on h.id = o.home_id
        """;

    /// <summary>Reads a row.</summary>
    public static OfferState Read(NpgsqlDataReader row)
    {
        var content = JsonSerializer.Deserialize<AssessmentContent>(row.GetString(10), HubJson.Options)!;
        return new OfferState
        {
            Id = row.GetGuid(0),
            ReservationId = row.ValueAt<Guid>(1),
            AssessmentId = row.GetGuid(2),
            AssessmentVersion = row.GetInt32(3),
            StayId = row.GetGuid(4),
            HomeId = row.GetGuid(5),
            LocationId = row.GetString(6),
            HomeName = row.GetString(7),
            HomeOrganization = row.GetString(8),
            State = row.GetString(9),
            Needs = content.Needs,
            Funding = content.Funding,
            ConsentBasis = content.ConsentBasis,
            Capacity = content.Capacity,
            NhsNumber = row.TextAt(11),
            AdmissionOn = row.GetFieldValue<DateOnly>(12),
            OfferedAt = row.GetFieldValue<DateTimeOffset>(13),
            AnswerBy = row.GetFieldValue<DateTimeOffset>(14),
            EndedAt = row.ValueAt<DateTimeOffset>(15),
            AnsweredBy = row.TextAt(16),
            Reason = row.TextAt(17),
            AnswerText = row.TextAt(18),
            Assessor = row.GetString(19),
            Council = row.TextAt(20),
            Trust = row.GetString(21),
            PlacementId = row.ValueAt<Guid>(22),
            Etag = $"o{row.GetInt32(23)}",
            ChangedAt = row.GetFieldValue<DateTimeOffset>(24),
        };
    }
}
