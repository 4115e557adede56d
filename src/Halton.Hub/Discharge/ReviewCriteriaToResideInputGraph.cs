using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>Asks to record one review of the criteria to reside. FHIR: Observation.</summary>
public sealed class ReviewCriteriaToResideInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the discharge, a UUID.</summary>
    [Id]
    public required string DischargeId { get; init; }

    /// <summary>Moment of the review, not in the future and not before admission. FHIR: Observation.effectiveDateTime.</summary>
    public required DateTimeOffset ReviewedAt { get; init; }

    /// <summary>The criteria that are met, hub code system ctr-criterion 01 to 11. None met means that the person no longer meets the criteria to reside. FHIR: Observation.component.</summary>
    public IReadOnlyList<CodingInputGraph>? Criteria { get; init; }

    /// <summary>Role of who reviewed, for example "consultant", at most 60 characters, never a name. FHIR: Observation.performer role.</summary>
    public required string ReviewerRole { get; init; }

    /// <summary>Optional here, since a review adds and never overwrites; when given, a stale one is refused.</summary>
    public string? Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal ReviewCriteriaToReside.Request Read() =>
        new(RequestId, DischargeId, ReviewedAt.ToUniversalTime(), [.. (Criteria ?? []).Select(code => code.Read())], ReviewerRole, string.IsNullOrEmpty(Etag) ? null : Etag);
}
