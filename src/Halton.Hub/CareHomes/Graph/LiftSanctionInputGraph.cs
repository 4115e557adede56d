using GraphQL;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Asks to lift a sanction.</summary>
public sealed class LiftSanctionInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the sanction, a UUID.</summary>
    [Id]
    public required string SanctionId { get; init; }

    /// <summary>Last day on which it held, not in the future. FHIR: Flag.period.end.</summary>
    public required DateOnly LiftedOn { get; init; }

    /// <summary>The sanction's etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal LiftSanction.Request Read() => new(RequestId, SanctionId, WrittenDay.Of(LiftedOn), Etag);
}
