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
        s.discharged_at, s.discharge_method, s.discharge_destination, s.cancel_reason, s.cancel_reason_text, s.version, s.changed_at, {OnwardReferral.Column},
        s.care_transfer_hub_referred_at, s.allocated_at, s.worker_since, s.worker_organization, s.worker_team, s.worker_role, s.worker, s.assessment_started_at, s.assessment_due_at,
        s.discharge_due_at, s.delayed_on, s.delay_reason, s.ward_moves::text
        """;

    /// <summary>How many columns a status has.</summary>
    public const int Width = 38;

    /// <summary>The person, as a column of JSON behind the status.</summary>
    public const string PatientColumn = "(select row_to_json(p) from discharge.patient p where p.stay_id = s.id)::text";

    /// <summary>The person and the history, as five columns of JSON behind the status.</summary>
    public const string DetailColumns = $"""
        {PatientColumn},
        (select json_agg(r order by r.reviewed_at, r.id) from discharge.criteria_review r where r.stay_id = s.id)::text,
        (select json_agg(d order by d.decided_at, d.id) from discharge.pathway_decision d where d.stay_id = s.id)::text,
        (select json_agg(w order by w.allocated_at, w.id) from discharge.worker_allocation w where w.stay_id = s.id)::text,
        (select json_agg(d order by d.delayed_on, d.recorded_at) from discharge.delay d where d.stay_id = s.id)::text
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
        CareTransferHubReferredAt = row.ValueAt<DateTimeOffset>(25),
        AllocatedAt = row.ValueAt<DateTimeOffset>(26),
        Worker = row.IsDBNull(27) ? null : new AllocatedWorker(row.GetFieldValue<DateTimeOffset>(27), row.GetString(28), row.TextAt(29), row.GetString(30), row.TextAt(31)),
        AssessmentStartedAt = row.ValueAt<DateTimeOffset>(32),
        AssessmentDueAt = row.ValueAt<DateTimeOffset>(33),
        DischargeDueAt = row.ValueAt<DateTimeOffset>(34),
        DelayedOn = Holds(row) ? row.ValueAt<DateOnly>(35) : null,
        DelayReason = Holds(row) ? row.TextAt(36) : null,
        WardMoves = row.GetString(37) is var moves and not "[]" ? JsonSerializer.Deserialize<WardMove[]>(moves)! : [],
    };

    /// <summary>Reads a status with its detail, as the organisation may see it.</summary>
    public static DischargeStatus ReadFull(NpgsqlDataReader row, string organization)
    {
        var status = Read(row);
        return status with
        {
            Detail = new DischargeDetail(ReadPatient(row, organization, status.Trust), Rows<CriteriaReview>(row, Width + 1), Rows<PathwayDecision>(row, Width + 2), Rows<WorkerAllocation>(row, Width + 3), Rows<Delay>(row, Width + 4)),
        };
    }

    /// <summary>Reads the person behind a status, as the organisation may see them.</summary>
    public static Patient ReadPatient(NpgsqlDataReader row, string organization, string trust) =>
        JsonSerializer.Deserialize<Patient>(row.GetString(Width), HubJson.Rows)!.SeenFrom(organization, trust);

    private static bool Holds(NpgsqlDataReader row) => DischargeStatus.StillHolds(row.ValueAt<DateOnly>(35), row.ValueAt<DateOnly>(14));

    private static T[] Rows<T>(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? [] : JsonSerializer.Deserialize<T[]>(row.GetString(column), HubJson.Rows)!;
}
