using GraphQL;

namespace Halton.Hub.Discharge;

/// <summary>Asks to record a move to another ward. FHIR: Encounter.location.</summary>
public sealed class MoveToWardInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the discharge, a UUID.</summary>
    [Id]
    public required string DischargeId { get; init; }

    /// <summary>The ward, at most 60 characters, of the same site. FHIR: Encounter.location.location.</summary>
    public required string Ward { get; init; }

    /// <summary>When, not in the future and not before the admission. FHIR: Encounter.location.period.start.</summary>
    public required DateTimeOffset MovedAt { get; init; }

    /// <summary>Optional here, since moves stand in the order of their moments; when given, a stale one is refused.</summary>
    public string? Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal MoveToWard.Request Read() => new(RequestId, DischargeId, Ward, MovedAt.ToUniversalTime(), Etag);
}
