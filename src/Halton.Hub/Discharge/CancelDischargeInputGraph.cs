using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>Asks to cancel a discharge.</summary>
public sealed class CancelDischargeInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the discharge, a UUID.</summary>
    [Id]
    public required string DischargeId { get; init; }

    /// <summary>Hub code system referral-cancel-reason, 01 to 13. FHIR: Task.statusReason.</summary>
    public required CodingInputGraph Reason { get; init; }

    /// <summary>Free text, at most 500 characters; required with reason 13 (other). FHIR: Task.statusReason.text.</summary>
    public string? ReasonText { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal CancelDischarge.Request Read() => new(RequestId, DischargeId, Reason.Read(), ReasonText ?? "", Etag);
}
