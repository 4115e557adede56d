using Halton.Hub.Access;
using Halton.Hub.Placement.Standing;

namespace Halton.Hub.Placement;

/// <summary>
/// Who may call what on the way to a placement, and which rows they see: trusts what concerns their patients, councils their residents,
/// assessors what they assessed, homes what they were asked and who lives with them.
/// </summary>
public static class PlacementPolicy
{
    private const string Service = "halton.hub.placement.v1.PlacementService/";
    private const string Party = "the organisation is a party: the assessors, the council of residence, the trust or, of offers, the home";
    private const string Seen = "an access row relates the organisation to the placement";

    private static readonly HashSet<OrganizationKind> Councils = [OrganizationKind.Council];
    private static readonly HashSet<OrganizationKind> Assessors = [OrganizationKind.TrustedAssessor];
    private static readonly HashSet<OrganizationKind> Homes = [OrganizationKind.CareHome];
    private static readonly HashSet<OrganizationKind> AssessorsAndCouncils = [OrganizationKind.TrustedAssessor, OrganizationKind.Council];
    private static readonly HashSet<OrganizationKind> Placing = [OrganizationKind.TrustedAssessor, OrganizationKind.Council, OrganizationKind.AcuteTrust];
    private static readonly HashSet<OrganizationKind> PlacingAndHomes = [.. Placing, OrganizationKind.CareHome];
    private static readonly HashSet<OrganizationKind> Living = [OrganizationKind.Council, OrganizationKind.TrustedAssessor, OrganizationKind.CareHome];
    private static readonly HashSet<string> DirectCare = ["TREAT", "ETREAT", "HOPERAT"];

    /// <summary>The slice's part of the access table.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new("RecordPlacement", [Service + "RecordPlacement", "care/Mutation.recordPlacement"], "EpisodeOfCare", 'c', Councils, DirectCare, "the council places for itself"),
        new("RecordPlacementReview", [Service + "RecordPlacementReview", "care/Mutation.recordPlacementReview"], "EpisodeOfCare", 'u', Councils, DirectCare, Seen),
        new("EndPlacement", [Service + "EndPlacement", "care/Mutation.endPlacement"], "EpisodeOfCare", 'u', Councils, DirectCare, Seen),
        new("GetPlacement", [Service + "GetPlacement", "care/Query.placement", "fhir/EpisodeOfCare.read"], "EpisodeOfCare", 'r', Living, DirectCare, Seen),
        new("ListPlacements", [Service + "ListPlacements", "care/Query.placements", "fhir/EpisodeOfCare.search"], "EpisodeOfCare", 's', Living, DirectCare, Seen),
        new("RecordAssessment", [Service + "RecordAssessment", "care/Mutation.recordAssessment"], "QuestionnaireResponse", 'c', Assessors, DirectCare, "the discharge is shared with the assessors, and an agreement covers the needs"),
        new("GetAssessment", [Service + "GetAssessment", "care/Query.assessment", "fhir/QuestionnaireResponse.read"], "QuestionnaireResponse", 'r', Placing, DirectCare, Party),
        new("ListAssessments", [Service + "ListAssessments", "care/Query.assessments", "fhir/QuestionnaireResponse.search"], "QuestionnaireResponse", 's', Placing, DirectCare, Party),
        new("MatchHomes", [Service + "MatchHomes", "care/Query.matchHomes"], "Location", 's', AssessorsAndCouncils, DirectCare, Party),
        new("ReserveBed", [Service + "ReserveBed", "care/Mutation.reserveBed"], "Task", 'c', Assessors, DirectCare, "the assessors' own assessment, and an agreement with the home"),
        new("ExtendReservation", [Service + "ExtendReservation", "care/Mutation.extendReservation"], "Task", 'u', Assessors, DirectCare, Party),
        new("ReleaseBed", [Service + "ReleaseBed", "care/Mutation.releaseBed"], "Task", 'u', Assessors, DirectCare, Party),
        new("GetReservation", [Service + "GetReservation", "care/Query.reservation", "fhir/Task:bed-reservation.read"], "Task", 'r', Placing, DirectCare, Party),
        new("ListReservations", [Service + "ListReservations", "care/Query.reservations", "fhir/Task:bed-reservation.search"], "Task", 's', Placing, DirectCare, Party),
        new("OfferPlacement", [Service + "OfferPlacement", "care/Mutation.offerPlacement"], "Task", 'c', Assessors, DirectCare, "the assessors' own reservation, and an agreement with the home"),
        new("AnswerOffer", [Service + "AnswerOffer", "care/Mutation.answerOffer"], "Task", 'u', Homes, DirectCare, "the offer is made to the home"),
        new("WithdrawOffer", [Service + "WithdrawOffer", "care/Mutation.withdrawOffer"], "Task", 'u', Assessors, DirectCare, Party),
        new("GetOffer", [Service + "GetOffer", "care/Query.offer", "fhir/Task:placement-offer.read"], "Task", 'r', PlacingAndHomes, DirectCare, Party),
        new("ListOffers", [Service + "ListOffers", "care/Query.offers", "fhir/Task:placement-offer.search"], "Task", 's', PlacingAndHomes, DirectCare, Party),
        new("WatchOffers", [Service + "WatchOffers", "care/Subscription.offerChanged"], "Task", 's', PlacingAndHomes, DirectCare, "the organisation is in the event's audience: the parties of the offer"),
        new("ConfirmPlacement", [Service + "ConfirmPlacement", "care/Mutation.confirmPlacement"], "EpisodeOfCare", 'c', Councils, DirectCare, "the person is the council's resident"),
        new("ListReturnCandidates", [Service + "ListReturnCandidates", "care/Query.returnCandidates"], "EpisodeOfCare", 's', Councils, DirectCare, Seen),
    ];

    /// <summary>The slice's own row filter, on a placement <c>p</c>; the row walls of the database say the same again.</summary>
    /// <param name="organization">The SQL parameter that holds the caller's organisation.</param>
    public static string Visible(string organization) => $"exists (select 1 from placement.access a where a.placement_id = p.id and a.org = {organization})";

    /// <summary>The placements <c>p</c> of the person who has a number: it came from a stay, which gives only verified ones, or is the caller's own.</summary>
    /// <param name="number">The SQL parameter that holds ten digits.</param>
    /// <param name="organization">The SQL parameter that holds the caller's organisation.</param>
    public static string Named(string number, string organization) => $"(p.nhs_number = {number} and (p.stay_id is not null or p.council = {organization}))";

    /// <summary>
    /// The column that relates a caller to what it may see of assessments, reservations and offers: each kind of organisation has one, so that
    /// a list runs down one index. The row walls of the database say the same again.
    /// </summary>
    public static string Column(Caller caller) => caller.Kind switch
    {
        OrganizationKind.TrustedAssessor => "assessor",
        OrganizationKind.Council => "council",
        OrganizationKind.AcuteTrust => "trust",
        _ => "home_organization",
    };
}
