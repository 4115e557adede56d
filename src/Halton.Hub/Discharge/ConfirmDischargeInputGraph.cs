using GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>Asks to confirm a discharge. FHIR: Encounter.</summary>
public sealed class ConfirmDischargeInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the discharge, a UUID.</summary>
    [Id]
    public required string DischargeId { get; init; }

    /// <summary>Moment of leaving, not in the future, not before admission and not before the Discharge Ready Date. FHIR: Encounter.period.end.</summary>
    public required DateTimeOffset DischargedAt { get; init; }

    /// <summary>UK Core DischargeMethodEngland; "1" (on clinical advice) needs an assigned pathway and no criteria to reside. FHIR: extension DischargeMethod.</summary>
    public required CodingInputGraph DischargeMethod { get; init; }

    /// <summary>UK Core DischargeDestinationEngland; one that does not fit the pathway is warned about. FHIR: Encounter.hospitalization.dischargeDisposition.</summary>
    public required CodingInputGraph DischargeDestination { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal ConfirmDischarge.Request Read() => new(RequestId, DischargeId, DischargedAt.ToUniversalTime(), DischargeMethod.Read(), DischargeDestination.Read(), Etag);
}
