using GraphQL;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>Asks to confirm that a person has moved in.</summary>
public sealed class ConfirmPlacementInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the offer that the home accepted, a UUID.</summary>
    [Id]
    public required string OfferId { get; init; }

    /// <summary>When the person left hospital for the home, not in the future.</summary>
    public required DateTimeOffset AdmittedAt { get; init; }

    /// <summary>The council's own reference of the case, at most 50 characters, never a name.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Hub code system out-of-area-reason; required for a home outside the council's area, refused for one inside it.</summary>
    public CodingInputGraph? OutOfAreaReason { get; init; }

    /// <summary>Day on which the host authority was told; required for a home outside the council's area, by the day of moving in.</summary>
    public DateOnly? HostNotifiedOn { get; init; }

    /// <summary>The etag of the offer last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal ConfirmPlacement.Request Read() => new(RequestId, OfferId, AdmittedAt, CaseReference, OutOfAreaReason?.Read(), WrittenDay.Of(HostNotifiedOn), Etag);
}
