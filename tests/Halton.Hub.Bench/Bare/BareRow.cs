using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;
using Npgsql;

namespace Halton.Hub.Bench.Bare;

/// <summary>Turns a row of the table into the message, field by field, without anything in between.</summary>
internal sealed class BareRow(BareCodes codes)
{
    /// <summary>What is read.</summary>
    public const string Columns = """
        s.id, s.trust, s.site, s.ward, s.spell_identifier, s.nhs_number, s.nhs_number_status, s.admitted_at, s.admission_method, s.admit_source,
        s.planned_discharge_date, s.state, s.meets_criteria, s.last_reviewed_at, s.discharge_ready_date, s.pathway, s.care_transfer_hub_referred,
        s.discharged_at, s.discharge_method, s.discharge_destination, s.cancel_reason, s.cancel_reason_text, s.version, s.changed_at,
        s.care_transfer_hub_referred_at, s.allocated_at, s.worker_since, s.worker_organization, s.worker_team, s.worker_role, s.worker, s.assessment_started_at, s.assessment_due_at,
        s.discharge_due_at, s.delayed_on, s.delay_reason, s.ward_moves::text,
        (select to_json(r) from referrals.referral r where r.stay_id = s.id order by r.requested_at desc limit 1)::text
        """;

    private const string Hub = "https://one-halton.example/fhir/CodeSystem/";
    private const string UkCore = "https://fhir.hl7.org.uk/CodeSystem/UKCore-";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private readonly Dictionary<string, Coding> numberStatus = codes.Of(UkCore + "NHSNumberVerificationStatusEngland");
    private readonly Dictionary<string, Coding> admissionMethod = codes.Of(UkCore + "AdmissionMethodEngland");
    private readonly Dictionary<string, Coding> admitSource = codes.Of(UkCore + "SourceOfAdmissionEngland");
    private readonly Dictionary<string, Coding> pathway = codes.Of(Hub + "discharge-pathway");
    private readonly Dictionary<string, Coding> dischargeMethod = codes.Of(UkCore + "DischargeMethodEngland");
    private readonly Dictionary<string, Coding> destination = codes.Of(UkCore + "DischargeDestinationEngland");
    private readonly Dictionary<string, Coding> delayReason = codes.Of(Hub + "delay-reason");
    private readonly Dictionary<string, Coding> cancelReason = codes.Of(Hub + "referral-cancel-reason");

    /// <summary>Reads a row.</summary>
    public DischargeStatus Read(NpgsqlDataReader row)
    {
        var (state, way) = ((DischargeState)row.GetInt16(11), Text(row, 15));
        DateTime? left = row.IsDBNull(17) ? null : row.GetDateTime(17);
        var status = new DischargeStatus
        {
            DischargeId = row.GetGuid(0).ToString(),
            Trust = row.GetString(1),
            Site = row.GetString(2),
            Ward = row.GetString(3),
            SpellIdentifier = row.GetString(4),
            NhsNumber = row.GetString(5),
            NhsNumberStatus = numberStatus[row.GetString(6)],
            AdmittedAt = Timestamp.FromDateTime(row.GetDateTime(7)),
            AdmissionMethod = Code(admissionMethod, Text(row, 8)),
            AdmitSource = Code(admitSource, Text(row, 9)),
            PlannedDischargeDate = row.IsDBNull(10) ? "" : Day(row.GetFieldValue<DateOnly>(10)),
            State = state,
            CriteriaToReside = row.IsDBNull(12) ? CriteriaToReside.Unspecified : row.GetBoolean(12) ? CriteriaToReside.Met : CriteriaToReside.NotMet,
            LastReviewedAt = row.IsDBNull(13) ? null : Timestamp.FromDateTime(row.GetDateTime(13)),
            Pathway = Code(pathway, way),
            NextAction = Next(state, way, row.GetBoolean(16)),
            DischargedAt = left is { } at ? Timestamp.FromDateTime(at) : null,
            DischargeMethod = Code(dischargeMethod, Text(row, 18)),
            DischargeDestination = Code(destination, Text(row, 19)),
            CancelReason = Code(cancelReason, Text(row, 20)),
            CancelReasonText = Text(row, 21) ?? "",
            Etag = string.Create(CultureInfo.InvariantCulture, $"d{row.GetInt32(22)}"),
            ChangedAt = Timestamp.FromDateTime(row.GetDateTime(23)),
            CareTransferHubReferredAt = Moment(row, 24),
            AllocatedAt = Moment(row, 25),
            Worker = row.IsDBNull(26) ? null : new() { Since = Moment(row, 26), Organization = row.GetString(27), Team = Text(row, 28) ?? "", Role = row.GetString(29), Worker = Text(row, 30) ?? "" },
            AssessmentStartedAt = Moment(row, 31),
            AssessmentDueAt = Moment(row, 32),
            DischargeDueAt = Moment(row, 33),
        };
        if (row.GetString(36) != "[]" || !row.IsDBNull(37))
        {
            throw new NotSupportedException("The stays that are asked for have no moves between wards and no referrals.");
        }

        var until = London(left ?? TimeProvider.System.GetUtcNow().UtcDateTime);
        if (!row.IsDBNull(25))
        {
            status.DaysSinceAllocation = Math.Max(0, until.DayNumber - London(row.GetDateTime(25)).DayNumber);
        }

        if (!row.IsDBNull(14))
        {
            var ready = row.GetFieldValue<DateOnly>(14);
            status.DischargeReadyDate = Day(ready);
            status.DaysSinceReady = Math.Max(0, until.DayNumber - ready.DayNumber);
            status.Delay = row.IsDBNull(34) || row.GetFieldValue<DateOnly>(34) is var on && on < ready ? null : Delay(on, row.GetString(35));
        }

        return status;
    }

    private DelayReason Delay(DateOnly on, string reason)
    {
        var (family, owner) = codes.OfDelay(reason);
        return new() { DelayedOn = Day(on), Reason = delayReason[reason], Family = family, Owner = owner };
    }

    private static Timestamp? Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : Timestamp.FromDateTime(row.GetDateTime(column));

    private static DateOnly London(DateTime moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, Zone));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Coding? Code(Dictionary<string, Coding> system, string? code) => code is null ? null : system[code];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The words do not matter to the measurement, their size does: both sides are compared answer by answer before the first round.
    private static NextAction? Next(DischargeState state, string? pathway, bool referred) => (state, pathway, referred) switch
    {
        (DischargeState.Admitted, _, _) => new() { Code = "review-criteria-to-reside", Owner = "ward", Text = "Review the criteria to reside at the next ward round." },
        (DischargeState.Ready, _, _) => new() { Code = "assign-pathway", Owner = "ward", Text = "Decide the discharge pathway." },
        (DischargeState.Planned, "P0", _) => new() { Code = "complete-ward-discharge", Owner = "ward", Text = "Complete the discharge on the ward." },
        (DischargeState.Planned, _, false) => new() { Code = "refer-to-care-transfer-hub", Owner = "ward", Text = "Refer to the care transfer hub, which this pathway goes through." },
        (DischargeState.Planned, "P1", _) => new() { Code = "arrange-care-at-home", Owner = "care-transfer-hub", Text = "Arrange care at home." },
        (DischargeState.Planned, "P2", _) => new() { Code = "arrange-community-bed", Owner = "care-transfer-hub", Text = "Arrange a bed in a community setting." },
        (DischargeState.Planned, _, _) => new() { Code = "arrange-care-home", Owner = "care-transfer-hub", Text = "Arrange a care-home placement." },
        _ => null,
    };
}
