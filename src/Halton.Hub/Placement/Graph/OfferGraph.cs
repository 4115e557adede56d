using GraphQL;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>What a home is asked: whether it takes a person. FHIR: Task.</summary>
/// <param name="state">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class OfferGraph(OfferState state, PlacementWordsGraph words) : INode
{
    /// <summary>Its name in the schema and in global ids.</summary>
    internal const string TypeName = "Offer";

    /// <inheritdoc />
    [Id]
    public string Id => new GlobalId(TypeName, state.Id).ToString();

    /// <summary>The hub's id, a UUID. FHIR: Task.id.</summary>
    public Guid OfferId => state.Id;

    /// <summary>The hub's id of the reservation behind it.</summary>
    public Guid? ReservationId => state.ReservationId;

    /// <summary>The hub's id of the assessment. FHIR: Task.reasonReference.</summary>
    public Guid AssessmentId => state.AssessmentId;

    /// <summary>The version of the assessment that was offered.</summary>
    public int AssessmentVersion => state.AssessmentVersion;

    /// <summary>The hub's id of the discharge. FHIR: Task.encounter.</summary>
    public Guid DischargeId => state.StayId;

    /// <summary>The hub's id of the home, a UUID. FHIR: Task.owner.</summary>
    public Guid CareHomeId => state.HomeId;

    /// <summary>CQC location id of the home.</summary>
    public string LocationId => state.LocationId;

    /// <summary>The home's name.</summary>
    public string CareHomeName => state.HomeName;

    /// <summary>offered, accepted, declined, disputed, withdrawn, expired or completed. FHIR: Task.status and businessStatus.</summary>
    public string State => state.State;

    /// <summary>What the person needs. FHIR: Task.input.</summary>
    public NeedsGraph Needs => new(state.Needs, words);

    /// <summary>Who agreed, hub code system consent-basis.</summary>
    public CodingGraph ConsentBasis => words.Code(PlacementCodes.ConsentBasis, state.ConsentBasis)!;

    /// <summary>Whether the person can decide where to live, hub code system decision-capacity.</summary>
    public CodingGraph DecisionCapacity => words.Code(PlacementCodes.DecisionCapacity, state.Capacity)!;

    /// <summary>Who pays, hub code system placement-funding; the limit is not told.</summary>
    public CodingGraph Funding => words.Code(PlacementCodes.Funding, state.Funding)!;

    /// <summary>Ten digits; told to the home once it has accepted. FHIR: Task.for.identifier.</summary>
    public string? NhsNumber => state.NhsNumber;

    /// <summary>Day on which the person is to move in. FHIR: Task.restriction.period.start.</summary>
    public DateOnly AdmissionOn => state.AdmissionOn;

    /// <summary>When it was made. FHIR: Task.authoredOn.</summary>
    public DateTimeOffset OfferedAt => state.OfferedAt;

    /// <summary>Until when the home can answer.</summary>
    public DateTimeOffset AnswerBy => state.AnswerBy;

    /// <summary>When it was answered or undone.</summary>
    public DateTimeOffset? EndedAt => state.EndedAt;

    /// <summary>Role of the one who answered, never a name.</summary>
    public string? AnsweredBy => state.AnsweredBy;

    /// <summary>Why the home declined, code system dos-rejected-reasons. FHIR: Task.statusReason.</summary>
    public CodingGraph? DeclineReason => words.Code(PlacementCodes.DeclineReason, state.ReasonOf(PlacementOffer.Declined));

    /// <summary>Why the home disputes the assessment, hub code system offer-dispute-reason. FHIR: Task.statusReason.</summary>
    public CodingGraph? DisputeReason => words.Code(PlacementCodes.DisputeReason, state.ReasonOf(PlacementOffer.Disputed));

    /// <summary>Why it was withdrawn, hub code system offer-withdraw-reason. FHIR: Task.statusReason.</summary>
    public CodingGraph? WithdrawReason => words.Code(PlacementCodes.WithdrawReason, state.ReasonOf(PlacementOffer.Withdrawn));

    /// <summary>What the home said besides.</summary>
    public string? AnswerText => state.AnswerText;

    /// <summary>Code of the organisation of trusted assessors. FHIR: Task.requester.</summary>
    public string Assessor => state.Assessor;

    /// <summary>Code of the council where the person lives; absent when it takes no part in the hub.</summary>
    public string? Council => state.Council;

    /// <summary>Code of the trust where the person is.</summary>
    public string Trust => state.Trust;

    /// <summary>The hub's id of the placement, once the person has moved in.</summary>
    public Guid? PlacementId => state.PlacementId;

    /// <summary>Changes with every change.</summary>
    public string Etag => state.Etag;

    /// <summary>Moment of the latest change. FHIR: Task.lastModified.</summary>
    public DateTimeOffset ChangedAt => state.ChangedAt;
}
