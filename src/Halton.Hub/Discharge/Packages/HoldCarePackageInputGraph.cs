using GraphQL;

namespace Halton.Hub.Discharge.Packages;

/// <summary>Asks to hold a care package. FHIR: CarePlan.</summary>
public sealed class HoldCarePackageInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the discharge, a UUID.</summary>
    [Id]
    public required string DischargeId { get; init; }

    /// <summary>Code of the home-care provider. FHIR: CarePlan.author.</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's own reference of the package, at most 60 characters. FHIR: CarePlan.identifier.</summary>
    public string? Reference { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal HoldCarePackage.Request Read() => new(RequestId, DischargeId, Provider, Reference);
}
