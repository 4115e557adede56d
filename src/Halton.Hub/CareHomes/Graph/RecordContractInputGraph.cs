using GraphQL;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Asks to record a contract. FHIR: Contract.</summary>
public sealed class RecordContractInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the home, or CQC location id.</summary>
    public required string CareHome { get; init; }

    /// <summary>Hub code system contract-route. FHIR: Contract.type.</summary>
    public required CodingInputGraph Route { get; init; }

    /// <summary>The council's own reference, at most 60 characters. FHIR: Contract.identifier.</summary>
    public required string Reference { get; init; }

    /// <summary>First day. FHIR: Contract.applies.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; absent while open-ended.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Last day of the provider's insurance as it was shown.</summary>
    public DateOnly? InsuredUntil { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordContract.Request Read() => new(RequestId, CareHome, Route.Read(), Reference, WrittenDay.Of(ValidFrom), WrittenDay.Of(ValidTo), WrittenDay.Of(InsuredUntil));
}
