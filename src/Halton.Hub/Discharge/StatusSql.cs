using System.Text.Json;
using Halton.Hub.Data;
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


    /// <summary>Reads a status.</summary>
    public static DischargeStatus Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Trust = row.GetString(1),
        Site = row.GetString(2),
        Ward = row.GetString(3),
        SpellIdentifier = row.GetString(4),
        NhsNumber = row.TextAt(5),
        NhsNumberStatus = row.GetString(6),
        AdmittedAt = row.GetFieldValue<DateTimeOffset>(7),
        AdmissionMethod = row.TextAt(8),
        AdmitSource = row.TextAt(9),
        PlannedDischargeDate = row.ValueAt<DateOnly>(10),
        State = (DischargeState)row.GetInt16(11),
        MeetsCriteria = row.ValueAt<bool>(12),
        LastReviewedAt = row.ValueAt<DateTimeOffset>(13),
        DischargeReadyDate = row.ValueAt<DateOnly>(14),
        Pathway = row.TextAt(15),
        CareTransferHubReferred = row.GetBoolean(16),
        DischargedAt = row.ValueAt<DateTimeOffset>(17),
        DischargeMethod = row.TextAt(18),
        DischargeDestination = row.TextAt(19),
        CancelReason = row.TextAt(20),
        CancelReasonText = row.TextAt(21),
        Etag = DischargeEtag.Of(row.GetInt32(22)),
        ChangedAt = row.GetFieldValue<DateTimeOffset>(23),
        Referral = row.IsDBNull(24) ? null : JsonSerializer.Deserialize<OnwardReferral>(row.GetString(24)),
    };

    /// <summary>Reads a status with its detail, as the organisation may see it.</summary>
    public static DischargeStatus ReadFull(NpgsqlDataReader row, string organization)
    {
        var status = Read(row);
        var patient = JsonSerializer.Deserialize<Patient>(row.GetString(25), HubJson.Rows)!;
        return status with
        {
            Detail = new DischargeDetail(patient.SeenFrom(organization, status.Trust), Rows<CriteriaReview>(row, 26), Rows<PathwayDecision>(row, 27)),
        };
    }


    private static T[] Rows<T>(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? [] : JsonSerializer.Deserialize<T[]>(row.GetString(column), HubJson.Rows)!;
}
