using Halton.Hub.Access;

namespace Halton.Hub.CareHomes;

/// <summary>
/// Who may call what on care homes. Nothing here is about a person: what CQC publishes is for everyone, capacity for health and care and
/// for the home itself, and what a host authority said for the council that asked.
/// </summary>
public static class CareHomePolicy
{
    private const string Service = "halton.hub.carehome.v1.CareHomeService/";
    private const string Anyone = "none: what CQC publishes is for all partners";
    private const string OwnHome = "the organisation speaks for the home, or is the council of the area where it lies";
    private const string HomesSeen = "a care home sees its own; health and care see all";
    private const string Own = "the council's own";
    private const string Placing = "councils their own; others those of the council that they name";

    private static readonly HashSet<OrganizationKind> Everyone = [.. Enum.GetValues<OrganizationKind>()];
    private static readonly HashSet<OrganizationKind> Councils = [OrganizationKind.Council];
    private static readonly HashSet<OrganizationKind> HomesAndCouncils = [OrganizationKind.CareHome, OrganizationKind.Council];

    private static readonly HashSet<OrganizationKind> HealthAndCare =
        [OrganizationKind.AcuteTrust, OrganizationKind.Council, OrganizationKind.IntermediateCare, OrganizationKind.TrustedAssessor];

    private static readonly HashSet<OrganizationKind> HealthCareAndHomes = [.. HealthAndCare, OrganizationKind.CareHome];
    private static readonly HashSet<string> AboutNobody = [];

    /// <summary>The slice's part of the access table.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        // The care schema and gRPC are for health, care and homes; the directory is for everyone.
        new("GetCareHome", [Service + "GetCareHome", "care/Query.careHome"], "Location", 'r', HealthCareAndHomes, AboutNobody, Anyone),
        new("GetCareHomePublicly", ["directory/Query.careHome"], "Location", 'r', Everyone, AboutNobody, Anyone),
        new("ListCareHomes", [Service + "ListCareHomes", "care/Query.careHomes"], "Location", 's', HealthCareAndHomes, AboutNobody, Anyone),
        new("ListCareHomesPublicly", ["directory/Query.careHomes"], "Location", 's', Everyone, AboutNobody, Anyone),
        new("CountCapacity", ["care/Query.careHomeCapacity"], "MeasureReport", 's', HealthCareAndHomes, AboutNobody, "all homes, small counts hidden"),
        new("CountCapacityPublicly", ["directory/Query.careHomeCapacity"], "MeasureReport", 's', Everyone, AboutNobody, "all homes, small counts hidden"),
        new("DeclareBeds", [Service + "DeclareBeds", "care/Mutation.declareBeds"], "Location", 'u', HomesAndCouncils, AboutNobody, OwnHome),
        new("ReportCapacity", [Service + "ReportCapacity", "care/Mutation.reportCapacity"], "Location", 'u', HomesAndCouncils, AboutNobody, OwnHome),
        new("ListCapacity", [Service + "ListCapacity", "care/Query.capacity"], "Location", 's', HealthCareAndHomes, AboutNobody, HomesSeen),
        new("ListCapacityHistory", [Service + "ListCapacityHistory", "care/Query.capacityHistory"], "Location", 's', HealthCareAndHomes, AboutNobody, HomesSeen),
        new("WatchCapacity", [Service + "WatchCapacity", "care/Subscription.capacityChanged"], "Location", 's', HealthCareAndHomes, AboutNobody, HomesSeen),
        new("GetValidation", [Service + "GetValidation", "care/Query.validation"], "VerificationResult", 'r', HealthAndCare, AboutNobody, Placing),
        new("ListValidations", [Service + "ListValidations", "care/Query.validations"], "VerificationResult", 's', HealthAndCare, AboutNobody, Placing),
        new("RecordHostReply", [Service + "RecordHostReply", "care/Mutation.recordHostReply"], "VerificationResult", 'u', Councils, AboutNobody, Own),
        new("RecordQualityAssessment", [Service + "RecordQualityAssessment", "care/Mutation.recordQualityAssessment"], "VerificationResult", 'c', Councils, AboutNobody, "the council assessed, or was told by the council that did"),
        new("RecordContract", [Service + "RecordContract", "care/Mutation.recordContract"], "Contract", 'c', Councils, AboutNobody, Own),
        new("RecordAssessorAgreement", [Service + "RecordAssessorAgreement", "care/Mutation.recordAssessorAgreement"], "Contract", 'c', Councils, AboutNobody, "a home that the council places in"),
        new("RecordSharingAgreement", [Service + "RecordSharingAgreement", "care/Mutation.recordSharingAgreement"], "Contract", 'c', Councils, AboutNobody, Own),
        new("OverrideValidation", [Service + "OverrideValidation", "care/Mutation.overrideValidation"], "VerificationResult", 'u', Councils, AboutNobody, Own),
        new("ListSanctions", [Service + "ListSanctions", "care/Query.sanctions"], "Flag", 's', HealthAndCare, AboutNobody, "health and care see all"),
        new("ImposeSanction", [Service + "ImposeSanction", "care/Mutation.imposeSanction"], "Flag", 'c', Councils, AboutNobody, "the council imposed it, or was told by the council that did"),
        new("LiftSanction", [Service + "LiftSanction", "care/Mutation.liftSanction"], "Flag", 'u', Councils, AboutNobody, "the council recorded it"),
    ];

    /// <summary>Whether the caller sees the capacity of homes other than its own.</summary>
    public static bool SeesAllCapacity(Caller caller) => caller.Kind != OrganizationKind.CareHome;
}
