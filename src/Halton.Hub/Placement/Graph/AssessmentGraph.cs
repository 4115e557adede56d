using GraphQL;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>What a trusted assessor found that a person needs. FHIR: QuestionnaireResponse.</summary>
/// <param name="state">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class AssessmentGraph(AssessmentState state, PlacementWordsGraph words) : INode
{
    /// <summary>Its name in the schema and in global ids.</summary>
    internal const string TypeName = "Assessment";

    /// <inheritdoc />
    [Id]
    public string Id => new GlobalId(TypeName, state.Id).ToString();

    /// <summary>The hub's id, a UUID. FHIR: QuestionnaireResponse.id.</summary>
    public Guid AssessmentId => state.Id;

    /// <summary>Counts from 1; a reassessment is the next version. FHIR: QuestionnaireResponse.meta.versionId.</summary>
    public int Version => state.Version;

    /// <summary>The hub's id of the discharge. FHIR: QuestionnaireResponse.encounter.</summary>
    public Guid DischargeId => state.StayId;

    /// <summary>Ten digits; absent when the trust has none. FHIR: QuestionnaireResponse.subject.identifier.</summary>
    public string? NhsNumber => state.NhsNumber;

    /// <summary>Code of the trust where the person is.</summary>
    public string Trust => state.Trust;

    /// <summary>Code of the council where the person lives; absent when it takes no part in the hub.</summary>
    public string? Council => state.Council;

    /// <summary>Code of the organisation whose assessor it was. FHIR: QuestionnaireResponse.author.</summary>
    public string Assessor => state.Assessor;

    /// <summary>Moment of the assessment. FHIR: QuestionnaireResponse.authored.</summary>
    public DateTimeOffset AssessedAt => state.AssessedAt;

    /// <summary>Until when it can be offered on.</summary>
    public DateTimeOffset ValidUntil => state.ValidUntil;

    /// <summary>Role and reference of the assessor in the own organisation, never a name.</summary>
    public string AssessedBy => state.Content.AssessedBy;

    /// <summary>What is needed.</summary>
    public NeedsGraph Needs => new(state.Content.Needs, words);

    /// <summary>What is wished.</summary>
    public PlacementPreferencesGraph Preferences => new(state.Content.Preferences, words);

    /// <summary>Who pays, hub code system placement-funding.</summary>
    public CodingGraph Funding => words.Code(PlacementCodes.Funding, state.Content.Funding)!;

    /// <summary>The most that a week may cost, in pence; absent for no limit.</summary>
    public int? WeeklyLimitPence => (int?)state.Content.WeeklyLimitPence;

    /// <summary>Who agreed, hub code system consent-basis.</summary>
    public CodingGraph ConsentBasis => words.Code(PlacementCodes.ConsentBasis, state.Content.ConsentBasis)!;

    /// <summary>Whether the person can decide where to live, hub code system decision-capacity.</summary>
    public CodingGraph DecisionCapacity => words.Code(PlacementCodes.DecisionCapacity, state.Content.Capacity)!;

    /// <summary>Why a home disputes it, hub code system offer-dispute-reason; absent when none does.</summary>
    public CodingGraph? DisputeReason => words.Code(PlacementCodes.DisputeReason, state.DisputeReason);

    /// <summary>Changes with every change.</summary>
    public string Etag => state.Etag;

    /// <summary>Moment of the latest change.</summary>
    public DateTimeOffset ChangedAt => state.ChangedAt;
}
