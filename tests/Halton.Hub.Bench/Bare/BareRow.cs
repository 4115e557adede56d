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
        id, trust, site, ward, spell_identifier, nhs_number, nhs_number_status, admitted_at, admission_method, admit_source,
        planned_discharge_date, state, meets_criteria, last_reviewed_at, discharge_ready_date, pathway, care_transfer_hub_referred,
        discharged_at, discharge_method, discharge_destination, cancel_reason, cancel_reason_text, version, changed_at
        """;

    private const string Hub = "https://one-halton.example/fhir/CodeSystem/";
    private const string UkCore = "https://fhir.hl7.org.uk/CodeSystem/UKCore-";
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private readonly Dictionary<string, Coding> numberStatus = codes.Of(UkCore + "NHSNumberVerificationStatusEngland");
    private readonly Dictionary<string, Coding> admissionMethod = codes.Of(UkCore + "AdmissionMethodEngland");
    private readonly Dictionary<string, Coding> admitSource = codes.Of(UkCore + "SourceOfAdmissionEngland");
    private readonly Dictionary<string, Coding> pathway = codes.Of(Hub + "discharge-pathway");
    private readonly Dictionary<string, Coding> dischargeMethod = codes.Of(UkCore + "DischargeMethodEngland");
    private readonly Dictionary<string, Coding> destination = codes.Of(UkCore + "DischargeDestinationEngland");
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
        };
        if (!row.IsDBNull(14))
        {
            var ready = row.GetFieldValue<DateOnly>(14);
            var until = TimeZoneInfo.ConvertTimeFromUtc(left ?? TimeProvider.System.GetUtcNow().UtcDateTime, London);
            status.DischargeReadyDate = Day(ready);
            status.DaysSinceReady = Math.Max(0, DateOnly.FromDateTime(until).DayNumber - ready.DayNumber);
        }

        return status;
    }

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
