using Halton.Hub.Access;

namespace Halton.Hub.Referrals;

/// <summary>Who may do what with referrals, and which rows.</summary>
public static class ReferralPolicy
{
    /// <summary>Who does what must follow from a change by somebody who may not see whom it touches.</summary>
    public const string System = "SYSTEM:Referrals";

    private const string Service = "halton.hub.referral.v1.ReferralService/";
    private const string Party = "the organisation is a party: requester, performer, the council of residence or the trust of the stay";
    private const string Performs = "the referral is with a service of the organisation";

    private static readonly HashSet<OrganizationKind> Parties =
        [OrganizationKind.AcuteTrust, OrganizationKind.Council, OrganizationKind.IntermediateCare, OrganizationKind.TrustedAssessor, OrganizationKind.CareHome];

    private static readonly HashSet<OrganizationKind> Performers = [OrganizationKind.IntermediateCare, OrganizationKind.Council, OrganizationKind.AcuteTrust];
    private static readonly HashSet<string> DirectCare = ["TREAT", "ETREAT", "HOPERAT"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new("CreateReferral", [Service + "CreateReferral", "care/Mutation.createReferral", "fhir/$process-message.new"], "ServiceRequest", 'c', Parties, DirectCare, "a discharge that the caller may see, or a person whom the caller names"),
        new("AmendReferral", [Service + "AmendReferral", "care/Mutation.amendReferral", "fhir/$process-message.update"], "ServiceRequest", 'u', Parties, DirectCare, "the organisation refers"),
        new("RespondToReferral", ["fhir/$process-message.response"], "ServiceRequest", 'u', Performers, DirectCare, Performs),
        new("TriageReferral", [Service + "TriageReferral", "care/Mutation.triageReferral"], "ServiceRequest", 'u', Performers, DirectCare, Performs),
        new("AcceptReferral", [Service + "AcceptReferral", "care/Mutation.acceptReferral"], "ServiceRequest", 'u', Performers, DirectCare, Performs),
        new("RejectReferral", [Service + "RejectReferral", "care/Mutation.rejectReferral"], "ServiceRequest", 'u', Performers, DirectCare, Performs),
        new("RedirectReferral", [Service + "RedirectReferral", "care/Mutation.redirectReferral"], "ServiceRequest", 'u', Performers, DirectCare, Performs),
        new("AllocateTeam", [Service + "AllocateTeam", "care/Mutation.allocateTeam"], "ServiceRequest", 'u', Performers, DirectCare, Performs),
        new("RecordContact", [Service + "RecordContact", "care/Mutation.recordContact"], "ServiceRequest", 'u', Performers, DirectCare, Performs),
        new("CompleteReferral", [Service + "CompleteReferral", "care/Mutation.completeReferral"], "ServiceRequest", 'u', Performers, DirectCare, Performs),
        new("CancelReferral", [Service + "CancelReferral", "care/Mutation.cancelReferral", "fhir/$process-message.cancel"], "ServiceRequest", 'u', Parties, DirectCare, "the organisation refers, or performs"),
        new("RecordFollowUp", [Service + "RecordFollowUp", "care/Mutation.recordFollowUp"], "ServiceRequest", 'u', Performers, DirectCare, Performs),
        new("GetReferral", [Service + "GetReferral", "care/Query.referral", "fhir/ServiceRequest.read"], "ServiceRequest", 'r', Parties, DirectCare, Party),
        new("ListReferrals", [Service + "ListReferrals", "care/Query.referrals", "fhir/ServiceRequest.search"], "ServiceRequest", 's', Parties, DirectCare, Party),
        new("GetReferral", ["fhir/Patient:referral.read"], "Patient", 'r', Parties, DirectCare, Party),
        new("ListReferrals", ["fhir/Patient:referral.search"], "Patient", 's', Parties, DirectCare, Party),
        new("GetReferral", ["fhir/Task:referral.read"], "Task", 'r', Parties, DirectCare, Party),
        new("ListReferrals", ["fhir/Task:referral.search"], "Task", 's', Parties, DirectCare, Party),
        new("WatchReferrals", [Service + "WatchReferrals", "care/Subscription.referralChanged"], "ServiceRequest", 's', Parties, DirectCare, "the organisation is in the event's audience: the parties of the referral"),
        new("ListCareServices", [Service + "ListCareServices", "care/Query.careServices"], "HealthcareService", 's', Parties, new HashSet<string>(), "everybody who may refer"),
    ];

    /// <summary>The rows <c>r</c> that an organisation may see.</summary>
    /// <param name="organization">The placeholder of its code.</param>
    public static string Visible(string organization) => $"{organization} in (r.performer, r.requester, r.council, r.trust)";

    /// <summary>The referrals <c>r</c> of the person who has a number: where it is verified, or the caller's own (the trust's of the stay, else the requester's).</summary>
    /// <param name="number">The placeholder of ten digits.</param>
    /// <param name="organization">The placeholder of the caller's organisation.</param>
    public static string Named(string number, string organization) => $"(r.nhs_number = {number} and (r.nhs_number_status = '01' or coalesce(r.trust, r.requester) = {organization}))";
}
