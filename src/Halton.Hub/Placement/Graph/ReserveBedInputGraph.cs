using GraphQL;
using Halton.Hub.Placement.Reservations;

namespace Halton.Hub.Placement.Graph;

/// <summary>Asks to hold a bed.</summary>
public sealed class ReserveBedInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the assessment, a UUID.</summary>
    [Id]
    public required string AssessmentId { get; init; }

    /// <summary>Homes by the hub's id or CQC location id, 1 to 10: the first that has a bed is taken.</summary>
    public required IReadOnlyList<string> CareHomes { get; init; }

    /// <summary>For how many minutes, from 5; absent means the policy's usual time (24 hours).</summary>
    public int? Minutes { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal ReserveBed.Request Read() => new(RequestId, AssessmentId, CareHomes, Minutes ?? 0);
}
