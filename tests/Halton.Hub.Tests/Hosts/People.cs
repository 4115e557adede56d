using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;

namespace Halton.Hub.Tests.Hosts;

/// <summary>Synthetic people and requests about them.</summary>
public static class People
{
    private static readonly Halton.Hub.Server.Seeding.People Everybody = new();
    private static int taken;

    /// <summary>A fresh synthetic NHS number, from the middle of the never-issued 999 range, which the seeds come to from both ends.</summary>
    public static string NhsNumber() => Everybody.Number((Everybody.Count / 2) + Interlocked.Increment(ref taken));

    /// <summary>A fresh request id.</summary>
    public static string RequestId() => Guid.CreateVersion7().ToString();

    /// <summary>A moment some hours ago.</summary>
    public static Timestamp HoursAgo(double hours) => TimeProvider.System.GetUtcNow().AddHours(-hours).ToTimestamp();

    /// <summary>An admission at Warrington five days ago of a fresh resident of Halton.</summary>
    public static RecordAdmissionRequest Admission(Action<RecordAdmissionRequest>? change = null)
    {
        var request = new RecordAdmissionRequest
        {
            RequestId = RequestId(),
            NhsNumber = NhsNumber(),
            NhsNumberStatus = new Coding { Code = "01" },
            SpellIdentifier = "T-" + RequestId(),
            Site = "RWWWH",
            Ward = "Test Ward",
            AdmittedAt = HoursAgo(120),
            Patient = new Patient
            {
                Name = new HumanName { Family = "Zzyzxquill", Given = { "Aspertha" } },
                BirthDate = "1941-03",
                Gender = "female",
                Address = new Address { Line = { "1 Nowhere Quillrow" }, City = "Widnes", PostalCode = "WA8 0AA" },
                Telecom = { new ContactPoint { System = "phone", Value = "01632 960123" } },
                GeneralPractice = "N81999",
                LocalAuthority = "E06000006",
            },
        };
        change?.Invoke(request);
        return request;
    }

    /// <summary>A review now minus some hours, with the criteria met.</summary>
    public static ReviewCriteriaToResideRequest Review(string id, double hoursAgo, params string[] criteria) => new()
    {
        RequestId = RequestId(),
        DischargeId = id,
        ReviewedAt = HoursAgo(hoursAgo),
        ReviewerRole = "consultant",
        Criteria = { criteria.Select(c => new Coding { Code = c }) },
    };

    /// <summary>A pathway decision.</summary>
    public static AssignPathwayRequest Assign(string id, string pathway, string etag, double hoursAgo = 1) => new()
    {
        RequestId = RequestId(),
        DischargeId = id,
        Pathway = new Coding { Code = pathway },
        DecidedAt = HoursAgo(hoursAgo),
        DecidedByRole = "care-transfer-hub",
        CareTransferHubReferred = pathway != "P0",
        Etag = etag,
    };

    /// <summary>A discharge home on clinical advice.</summary>
    public static ConfirmDischargeRequest Confirm(string id, string etag, string method = "1", string destination = "19") => new()
    {
        RequestId = RequestId(),
        DischargeId = id,
        DischargedAt = HoursAgo(0.1),
        DischargeMethod = new Coding { Code = method },
        DischargeDestination = new Coding { Code = destination },
        Etag = etag,
    };

    /// <summary>A cancellation.</summary>
    public static CancelDischargeRequest Cancel(string id, string etag, string reason = "07", string text = "") => new()
    {
        RequestId = RequestId(),
        DischargeId = id,
        Reason = new Coding { Code = reason },
        ReasonText = text,
        Etag = etag,
    };

    /// <summary>Asks by NHS number.</summary>
    public static GetDischargeStatusRequest ByNumber(string number) => new() { NhsNumber = number };

    /// <summary>Asks by id.</summary>
    public static GetDischargeStatusRequest ById(string id, DischargeView view = DischargeView.Unspecified) => new() { DischargeId = id, View = view };
}
