using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>Asks to assign a pathway. FHIR: ServiceRequest for the care transfer.</summary>
public sealed class AssignPathwayInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the discharge, a UUID.</summary>
    [Id]
    public required string DischargeId { get; init; }

    /// <summary>Hub code system discharge-pathway: P0, P1, P2, P3. FHIR: ServiceRequest.code.</summary>
    public required CodingInputGraph Pathway { get; init; }

    /// <summary>Moment of the decision, not in the future and not before admission. FHIR: ServiceRequest.authoredOn.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Role of who decided, for example "care-transfer-hub", at most 60 characters, never a name. FHIR: ServiceRequest.requester role.</summary>
    public required string DecidedByRole { get; init; }

    /// <summary>Whether the care transfer hub has the referral. P1 to P3 go through it, P0 does not; a mismatch is warned about, not refused.</summary>
    public required bool CareTransferHubReferred { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal AssignPathway.Request Read() => new(RequestId, DischargeId, Pathway.Read(), DecidedAt.ToUniversalTime(), DecidedByRole, CareTransferHubReferred, Etag);
}
