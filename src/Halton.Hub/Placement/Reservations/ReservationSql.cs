using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Reads reservations straight from SQL, each as the clock of the database has it.</summary>
internal static class ReservationSql
{
    /// <summary>A reservation <c>r</c> with its hold <c>b</c> and its home <c>h</c>.</summary>
    public const string Select = """
        select r.id, r.assessment_id, r.stay_id, r.home_id, h.location_id, h.name, r.bed_type, b.bed_number,
            case when b.state = 'held' and b.held_until <= clock_timestamp() then 'expired' else b.state end, b.held_at, b.held_until, r.longest_until,
            case when b.state = 'held' and b.held_until <= clock_timestamp() then b.held_until else b.ended_at end, r.release_reason, r.assessor, r.council, r.trust, r.version, r.changed_at
        from placement.bed_reservation r join carehomes.bed_hold b on b.id = r.id join carehomes.care_home h on h.id = r.home_id
        """;

    /// <summary>Reads a row.</summary>
    public static ReservationState Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        AssessmentId = row.GetGuid(1),
        StayId = row.GetGuid(2),
        HomeId = row.GetGuid(3),
        LocationId = row.GetString(4),
        HomeName = row.GetString(5),
        BedType = row.GetString(6),
        BedNumber = row.GetInt32(7),
        State = row.GetString(8),
        HeldAt = row.GetFieldValue<DateTimeOffset>(9),
        HeldUntil = row.GetFieldValue<DateTimeOffset>(10),
        LongestUntil = row.GetFieldValue<DateTimeOffset>(11),
        EndedAt = row.ValueAt<DateTimeOffset>(12),
        ReleaseReason = row.TextAt(13),
        Assessor = row.GetString(14),
        Council = row.TextAt(15),
        Trust = row.GetString(16),
        Etag = $"b{row.GetInt32(17)}",
        ChangedAt = row.GetFieldValue<DateTimeOffset>(18),
    };
}
