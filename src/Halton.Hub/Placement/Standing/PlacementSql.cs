using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Placement.Standing;

/// <summary>Reads placements straight from SQL.</summary>
internal static class PlacementSql
{
    /// <summary>A placement <c>p</c> with its home <c>h</c> and the council <c>o</c>.</summary>
    public const string Select = """
        select p.id, p.council, p.case_reference, p.nhs_number, p.home_id, h.location_id, h.name, h.local_authority is null or h.local_authority is distinct from o.local_authority,
            p.bed_type, p.out_of_area_reason, p.started_on, p.ended_on, p.end_reason, p.host_notified_on, p.reviewed_on, p.review_due, p.version, p.changed_at,
            p.stay_id, p.assessment_id, p.offer_id
        from placement.standing_placement p join carehomes.care_home h on h.id = p.home_id join access.organization o on o.code = p.council
        """;

    /// <summary>Whether the home lies outside the council's area.</summary>
    public const string Outside = "(h.local_authority is null or h.local_authority is distinct from o.local_authority)";

    /// <summary>Reads a row.</summary>
    public static PlacementState Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Council = row.GetString(1),
        CaseReference = row.GetString(2),
        NhsNumber = row.TextAt(3),
        HomeId = row.GetGuid(4),
        LocationId = row.GetString(5),
        HomeName = row.GetString(6),
        OutOfBorough = row.GetBoolean(7),
        BedType = row.GetString(8),
        OutOfAreaReason = row.TextAt(9),
        StartedOn = row.GetFieldValue<DateOnly>(10),
        EndedOn = Day(row, 11),
        EndReason = row.TextAt(12),
        HostNotifiedOn = Day(row, 13),
        ReviewedOn = Day(row, 14),
        ReviewDue = row.GetFieldValue<DateOnly>(15),
        Etag = $"p{row.GetInt32(16)}",
        ChangedAt = row.GetFieldValue<DateTimeOffset>(17),
        StayId = Id(row, 18),
        AssessmentId = Id(row, 19),
        OfferId = Id(row, 20),
    };

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
