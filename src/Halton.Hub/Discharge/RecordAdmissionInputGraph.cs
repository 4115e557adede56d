using System.Globalization;
using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>Asks to record an admission. FHIR: Encounter and Patient.</summary>
public sealed class RecordAdmissionInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>NHS number, ten digits; the "999 123 4567" form is taken too. Required when nhsNumberStatus is 01 or 02, refused when it is 07 or 08. FHIR: Patient.identifier (https://fhir.nhs.uk/Id/nhs-number).</summary>
    public string? NhsNumber { get; init; }

    /// <summary>Verification status of the NHS number, UK Core codes 01 to 08. FHIR: extension NHSNumberVerificationStatus.</summary>
    public required CodingInputGraph NhsNumberStatus { get; init; }

    /// <summary>The person.</summary>
    public required PatientInputGraph Patient { get; init; }

    /// <summary>The trust's own number of this hospital provider spell, at most 50 characters. FHIR: Encounter.identifier.</summary>
    public required string SpellIdentifier { get; init; }

    /// <summary>ODS site code of the hospital, one of the caller's own. FHIR: Encounter.location (site).</summary>
    public required string Site { get; init; }

    /// <summary>Ward, at most 60 characters. FHIR: Encounter.location (ward).</summary>
    public required string Ward { get; init; }

    /// <summary>Moment of admission, not in the future. FHIR: Encounter.period.start.</summary>
    public required DateTimeOffset AdmittedAt { get; init; }

    /// <summary>UK Core AdmissionMethodEngland. FHIR: Encounter.hospitalization extension AdmissionMethod.</summary>
    public CodingInputGraph? AdmissionMethod { get; init; }

    /// <summary>UK Core SourceOfAdmissionEngland. FHIR: Encounter.hospitalization.admitSource.</summary>
    public CodingInputGraph? AdmitSource { get; init; }

    /// <summary>Day on which the ward expects to discharge. Hub extension planned-discharge-date.</summary>
    public DateOnly? PlannedDischargeDate { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordAdmission.Request Read() => new(
        RequestId,
        NhsNumber ?? "",
        NhsNumberStatus.Read(),
        Patient.Read(),
        SpellIdentifier,
        Site,
        Ward,
        AdmittedAt.ToUniversalTime(),
        AdmissionMethod?.Read(),
        AdmitSource?.Read(),
        PlannedDischargeDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
}
