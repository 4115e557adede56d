using Halton.Hub.Discharge;
using Halton.Hub.Patients;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Server.Seeding;

/// <summary>
/// Writes stays by binary COPY. PostgreSQL refuses COPY into a table whose row walls hold for the account, so then the rows take the way
/// through a temporary table and an insert, which the walls judge.
/// </summary>
internal sealed class StayCopy(NpgsqlConnection owner, bool walled)
{
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;

    private const string Stays = "id, trust, site, ward, spell_identifier, nhs_number, nhs_number_status, admitted_at, admission_method, admit_source, "
        + "planned_discharge_date, state, meets_criteria, last_reviewed_at, discharge_ready_date, pathway, care_transfer_hub_referred, discharged_at, "
        + "discharge_method, discharge_destination, cancel_reason, cancel_reason_text, version, changed_at, "
        + "care_transfer_hub_referred_at, allocated_at, worker_since, worker_organization, worker_team, worker_role, worker, assessment_started_at, assessment_started_by_role, "
        + "assessment_due_at, assessment_warn_at, assessment_told, discharge_due_at, discharge_warn_at, discharge_told, delayed_on, delay_reason";

    private const string Patients = "stay_id, family, given, birth_date, gender, address_lines, city, postal_code, phones, emails, general_practice, "
        + "local_authority, restricted";

    /// <summary>Makes the temporary tables, when the walls call for them.</summary>
    public async Task Prepare(CancellationToken ct)
    {
        foreach (var table in walled ? ["stay", "patient", "criteria_review", "pathway_decision", "worker_allocation", "delay", "access"] : Array.Empty<string>())
        {
            await Execute($"create temp table seed_{table} (like discharge.{table}) on commit drop", ct);
        }
    }

    /// <summary>Writes a batch; the foreign keys set the order of the tables.</summary>
    public async Task Write(IReadOnlyCollection<SeededStay> batch, CancellationToken ct)
    {
        await Rows("stay", Stays, batch.Select(s => s.Stay), Write, ct);
        await Rows("patient", Patients, batch.Select(s => s.Stay), (to, stay) => Write(to, stay.Id, stay.Patient!), ct);
        await Rows("criteria_review", "id, stay_id, reviewed_at, criteria, reviewer_role", batch.SelectMany(s => s.Stay.Reviews), Write, ct);
        await Rows("pathway_decision", "id, stay_id, pathway, decided_at, decided_by_role, care_transfer_hub_referred", batch.SelectMany(s => s.Stay.PathwayDecisions), Write, ct);
        await Rows("worker_allocation", "id, stay_id, allocated_at, organization, team, role, worker", batch.SelectMany(s => s.Stay.Allocations), Write, ct);
        await Rows("delay", "id, stay_id, delayed_on, reason, recorded_at, recorded_by_role, note", batch.SelectMany(s => s.Stay.Delays), Write, ct);
        await Rows("access", "stay_id, org, relationship, granted_by, admitted_at, open", batch.SelectMany(s => s.Access), Write, ct);
    }

    private static void Write(NpgsqlBinaryImporter to, Stay stay)
    {
        to.Write(stay.Id);
        Text(to, stay.Trust);
        Text(to, stay.Site);
        Text(to, stay.Ward);
        Text(to, stay.SpellIdentifier);
        Text(to, stay.NhsNumber);
        Text(to, stay.NhsNumberStatus);
        to.Write(stay.AdmittedAt);
        Text(to, stay.AdmissionMethod);
        Text(to, stay.AdmitSource);
        Value(to, stay.PlannedDischargeDate);
        to.Write((short)stay.State);
        Value(to, stay.MeetsCriteria);
        Value(to, stay.LastReviewedAt);
        Value(to, stay.DischargeReadyDate);
        Text(to, stay.Pathway);
        to.Write(stay.CareTransferHubReferred);
        Value(to, stay.DischargedAt);
        Text(to, stay.DischargeMethod);
        Text(to, stay.DischargeDestination);
        Text(to, stay.CancelReason);
        Text(to, stay.CancelReasonText);
        to.Write(stay.Version);
        to.Write(stay.ChangedAt);
        Value(to, stay.CareTransferHubReferredAt);
        Value(to, stay.AllocatedAt);
        Value(to, stay.WorkerSince);
        Text(to, stay.WorkerOrganization);
        Text(to, stay.WorkerTeam);
        Text(to, stay.WorkerRole);
        Text(to, stay.Worker);
        Value(to, stay.AssessmentStartedAt);
        Text(to, stay.AssessmentStartedByRole);
        Value(to, stay.AssessmentDueAt);
        Value(to, stay.AssessmentWarnAt);
        Text(to, stay.AssessmentTold);
        Value(to, stay.DischargeDueAt);
        Value(to, stay.DischargeWarnAt);
        Text(to, stay.DischargeTold);
        Value(to, stay.DelayedOn);
        Text(to, stay.DelayReason);
    }

    private static void Write(NpgsqlBinaryImporter to, WorkerAllocation allocation)
    {
        to.Write(allocation.Id);
        to.Write(allocation.StayId);
        to.Write(allocation.AllocatedAt);
        Text(to, allocation.Organization);
        Text(to, allocation.Team);
        Text(to, allocation.Role);
        Text(to, allocation.Worker);
    }

    private static void Write(NpgsqlBinaryImporter to, Delay delay)
    {
        to.Write(delay.Id);
        to.Write(delay.StayId);
        to.Write(delay.DelayedOn);
        Text(to, delay.Reason);
        to.Write(delay.RecordedAt);
        Text(to, delay.RecordedByRole);
        Text(to, delay.Note);
    }

    private static void Write(NpgsqlBinaryImporter to, Guid stay, Patient patient)
    {
        to.Write(stay);
        Text(to, patient.Family);
        to.Write(patient.Given, Texts);
        Text(to, patient.BirthDate);
        Text(to, patient.Gender);
        to.Write(patient.AddressLines, Texts);
        Text(to, patient.City);
        Text(to, patient.PostalCode);
        to.Write(patient.Phones, Texts);
        to.Write(patient.Emails, Texts);
        Text(to, patient.GeneralPractice);
        Text(to, patient.LocalAuthority);
        to.Write(patient.Restricted);
    }

    private static void Write(NpgsqlBinaryImporter to, CriteriaReview review)
    {
        to.Write(review.Id);
        to.Write(review.StayId);
        to.Write(review.ReviewedAt);
        to.Write(review.Criteria, Texts);
        Text(to, review.ReviewerRole);
    }

    private static void Write(NpgsqlBinaryImporter to, PathwayDecision decision)
    {
        to.Write(decision.Id);
        to.Write(decision.StayId);
        Text(to, decision.Pathway);
        to.Write(decision.DecidedAt);
        Text(to, decision.DecidedByRole);
        to.Write(decision.CareTransferHubReferred);
    }

    private static void Write(NpgsqlBinaryImporter to, StayAccess access)
    {
        to.Write(access.StayId);
        Text(to, access.Org);
        Text(to, access.Relationship);
        Text(to, access.GrantedBy);
        to.Write(access.AdmittedAt);
        to.Write(access.Open);
    }

    private static void Text(NpgsqlBinaryImporter to, string? value)
    {
        if (value is null)
        {
            to.WriteNull();
        }
        else
        {
            to.Write(value, NpgsqlDbType.Text);
        }
    }

    private static void Value<T>(NpgsqlBinaryImporter to, T? value)
        where T : struct
    {
        if (value is { } known)
        {
            to.Write(known);
        }
        else
        {
            to.WriteNull();
        }
    }

    private async Task Rows<T>(string table, string columns, IEnumerable<T> rows, Action<NpgsqlBinaryImporter, T> write, CancellationToken ct)
    {
        var target = walled ? $"pg_temp.seed_{table}" : $"discharge.{table}";
        await using (var copy = await owner.BeginBinaryImportAsync($"copy {target} ({columns}) from stdin (format binary)", ct))
        {
            foreach (var row in rows)
            {
                // Values go to a buffer; an awaited write for each of some hundred values a stay costs more than the stay.
                await copy.StartRowAsync(ct);
                write(copy, row);
            }

            await copy.CompleteAsync(ct);
        }

        if (walled)
        {
            await Execute($"insert into discharge.{table} ({columns}) select {columns} from {target}; truncate {target}", ct);
        }
    }

    private async Task Execute(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(ct);
    }
}
