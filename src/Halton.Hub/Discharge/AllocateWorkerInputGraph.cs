using GraphQL;

namespace Halton.Hub.Discharge;

/// <summary>Asks to name who arranges a discharge. FHIR: Encounter.participant.</summary>
public sealed class AllocateWorkerInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the discharge, a UUID.</summary>
    [Id]
    public required string DischargeId { get; init; }

    /// <summary>Since when, not in the future and not before admission. FHIR: Encounter.participant.period.start.</summary>
    public required DateTimeOffset AllocatedAt { get; init; }

    /// <summary>Team of the caller's organisation, at most 100 characters.</summary>
    public string? Team { get; init; }

    /// <summary>Role, for example "social worker", at most 60 characters. FHIR: Encounter.participant.type.</summary>
    public required string Role { get; init; }

    /// <summary>The organisation's own reference of the worker, at most 50 characters, never a name. FHIR: Encounter.participant.individual.</summary>
    public string? Worker { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal AllocateWorker.Request Read() => new(RequestId, DischargeId, AllocatedAt.ToUniversalTime(), Team, Role, Worker, Etag);
}
