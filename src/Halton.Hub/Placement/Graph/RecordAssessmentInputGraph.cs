using GraphQL;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>Asks to record an assessment. FHIR: QuestionnaireResponse.</summary>
public sealed class RecordAssessmentInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the discharge, a UUID. Required for a first assessment; a reassessment leaves it out.</summary>
    [Id]
    public string? DischargeId { get; init; }

    /// <summary>The hub's id of the assessment that this is the next version of. A first one leaves it out.</summary>
    [Id]
    public string? AssessmentId { get; init; }

    /// <summary>The etag last seen. Required with assessmentId.</summary>
    public string? Etag { get; init; }

    /// <summary>Moment of the assessment, not in the future.</summary>
    public required DateTimeOffset AssessedAt { get; init; }

    /// <summary>Role and reference of the assessor in the own organisation, at most 60 characters, never a name.</summary>
    public required string AssessedBy { get; init; }

    /// <summary>For how many hours it holds; absent means as long as the hub's policy says (72).</summary>
    public int? ValidHours { get; init; }

    /// <summary>What is needed.</summary>
    public required NeedsInputGraph Needs { get; init; }

    /// <summary>What is wished.</summary>
    public PlacementPreferencesInputGraph? Preferences { get; init; }

    /// <summary>Who pays, hub code system placement-funding.</summary>
    public required CodingInputGraph Funding { get; init; }

    /// <summary>The most that a week may cost, in pence; absent for no limit. Told to no home.</summary>
    public int? WeeklyLimitPence { get; init; }

    /// <summary>Who agreed, hub code system consent-basis.</summary>
    public required CodingInputGraph ConsentBasis { get; init; }

    /// <summary>Whether the person can decide where to live, hub code system decision-capacity.</summary>
    public required CodingInputGraph DecisionCapacity { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordAssessment.Request Read() => new(
        RequestId,
        DischargeId,
        AssessmentId,
        Etag,
        AssessedAt,
        AssessedBy,
        ValidHours ?? 0,
        Needs.Read(),
        Preferences?.Read(),
        new RecordAssessment.Funding(Funding.Read(), WeeklyLimitPence ?? 0),
        new RecordAssessment.Consent(ConsentBasis.Read(), DecisionCapacity.Read()));
}
