using System.Text.Json;
using Halton.Hub.Patients;
using Halton.Hub.Referrals;
using Npgsql;

namespace Halton.Hub.Discharge;

/// <summary>Reads the status of a stay <c>s</c> straight from SQL: the hot path builds no tracked objects.</summary>
internal static class StatusSql
{
    /// <summary>The columns of a status.</summary>
    public const string Columns = $"""
        s.id, s.trust, s.site, s.ward, s.spell_identifier, s.nhs_number, s.nhs_number_status, s.admitted_at, s.admission_method, s.admit_source,
        s.planned_discharge_date, s.state, s.meets_criteria, s.last_reviewed_at, s.discharge_ready_date, s.pathway, s.care_transfer_hub_referred,
        s.discharged_at, s.discharge_method, s.discharge_destination, s.cancel_reason, s.cancel_reason_text, s.version, s.changed_at, {OnwardReferral.Column}
        """;

    /// <summary>The person and the history, as three columns of JSON behind the status.</summary>
    public const string DetailColumns = """
        (select row_to_json(p) from discharge.patient p where p.stay_id = s.id)::text,
        (select json_agg(r order by r.reviewed_at, r.id) from discharge.criteria_review r where r.stay_id = s.id)::text,
        (select json_agg(d order by d.decided_at, d.id) from discharge.pathway_decision d where d.stay_id = s.id)::text
        """;

    private static readonly JsonSerializerOptions RowJson = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads a status.</summary>
    public static DischargeStatus Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Trust = row.GetString(1),
        Site = row.GetString(2),
        Ward = row.GetString(3),
        SpellIdentifier = row.GetString(4),
        NhsNumber = Text(row, 5),
        NhsNumberStatus = row.GetString(6),
        AdmittedAt = row.GetFieldValue<DateTimeOffset>(7),
        AdmissionMethod = Text(row, 8),
        AdmitSource = Text(row, 9),
        PlannedDischargeDate = Value<DateOnly>(row, 10),
        State = (DischargeState)row.GetInt16(11),
        MeetsCriteria = Value<bool>(row, 12),
        LastReviewedAt = Value<DateTimeOffset>(row, 13),
        DischargeReadyDate = Value<DateOnly>(row, 14),
        Pathway = Text(row, 15),
        CareTransferHubReferred = row.GetBoolean(16),
        DischargedAt = Value<DateTimeOffset>(row, 17),
        DischargeMethod = Text(row, 18),
        DischargeDestination = Text(row, 19),
        CancelReason = Text(row, 20),
        CancelReasonText = Text(row, 21),
        Etag = DischargeEtag.Of(row.GetInt32(22)),
        ChangedAt = row.GetFieldValue<DateTimeOffset>(23),
        Referral = row.IsDBNull(24) ? null : JsonSerializer.Deserialize<OnwardReferral>(row.GetString(24)),
    };

    /// <summary>Reads a status with its detail, as the organisation may see it.</summary>
    public static DischargeStatus ReadFull(NpgsqlDataReader row, string organization)
    {
        var status = Read(row);
        var patient = JsonSerializer.Deserialize<Patient>(row.GetString(25), RowJson)!;
        return status with
        {
            Detail = new DischargeDetail(patient.SeenFrom(organization, status.Trust), Rows<CriteriaReview>(row, 26), Rows<PathwayDecision>(row, 27)),
        };
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static T? Value<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static T[] Rows<T>(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? [] : JsonSerializer.Deserialize<T[]>(row.GetString(column), RowJson)!;
}
