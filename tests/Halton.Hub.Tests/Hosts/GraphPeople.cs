using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;

namespace Halton.Hub.Tests.Hosts;

/// <summary>The requests of <see cref="People"/> in the words of the care schema.</summary>
public static class GraphPeople
{
    /// <summary>An admission.</summary>
    public static object Input(RecordAdmissionRequest r) => new
    {
        requestId = r.RequestId,
        nhsNumber = r.NhsNumber,
        nhsNumberStatus = Input(r.NhsNumberStatus),
        spellIdentifier = r.SpellIdentifier,
        site = r.Site,
        ward = r.Ward,
        admittedAt = r.AdmittedAt.ToDateTime(),
        patient = new
        {
            name = new { family = r.Patient.Name.Family, given = r.Patient.Name.Given },
            birthDate = r.Patient.BirthDate,
            gender = r.Patient.Gender,
            address = new { line = r.Patient.Address.Line, city = r.Patient.Address.City, postalCode = r.Patient.Address.PostalCode },
            telecom = r.Patient.Telecom.Select(t => new { system = t.System, value = t.Value }),
            generalPractice = r.Patient.GeneralPractice,
            localAuthority = r.Patient.LocalAuthority,
        },
    };

    /// <summary>A review.</summary>
    public static object Input(ReviewCriteriaToResideRequest r) =>
        new { requestId = r.RequestId, dischargeId = r.DischargeId, reviewedAt = r.ReviewedAt.ToDateTime(), reviewerRole = r.ReviewerRole, criteria = r.Criteria.Select(Input) };

    /// <summary>A pathway decision.</summary>
    public static object Input(AssignPathwayRequest r) => new
    {
        requestId = r.RequestId,
        dischargeId = r.DischargeId,
        pathway = Input(r.Pathway),
        decidedAt = r.DecidedAt.ToDateTime(),
        decidedByRole = r.DecidedByRole,
        careTransferHubReferred = r.CareTransferHubReferred,
        etag = r.Etag,
    };

    /// <summary>A confirmation.</summary>
    public static object Input(ConfirmDischargeRequest r) => new
    {
        requestId = r.RequestId,
        dischargeId = r.DischargeId,
        dischargedAt = r.DischargedAt.ToDateTime(),
        dischargeMethod = Input(r.DischargeMethod),
        dischargeDestination = Input(r.DischargeDestination),
        etag = r.Etag,
    };

    /// <summary>A cancellation.</summary>
    public static object Input(CancelDischargeRequest r) =>
        new { requestId = r.RequestId, dischargeId = r.DischargeId, reason = Input(r.Reason), reasonText = r.ReasonText, etag = r.Etag };

    /// <summary>Makes a change through the care schema, asking for id, etag and state.</summary>
    public static async Task<GraphAnswer> Change(this HubUnderTest hub, string partner, string name, object input) => await hub.Graph(
        partner,
        $"mutation($input: {char.ToUpperInvariant(name[0])}{name[1..]}Input!) {{ {name}(input: $input) {{ id dischargeId etag state warnings {{ reason field }} }} }}",
        new { input });

    private static object Input(Coding coding) => coding.System.Length > 0 ? new { system = coding.System, code = coding.Code } : new { code = coding.Code };
}
