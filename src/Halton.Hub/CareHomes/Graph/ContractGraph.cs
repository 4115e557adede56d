using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>A council's contract with a home. FHIR: Contract.</summary>
/// <param name="contract">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class ContractGraph(Contract contract, CareHomeWordsGraph words)
{
    /// <summary>The hub's id, a UUID.</summary>
    public Guid ContractId => contract.Id;

    /// <summary>The hub's id of the home, a UUID. FHIR: Contract.subject.</summary>
    public Guid CareHomeId => contract.HomeId;

    /// <summary>Hub code system contract-route. FHIR: Contract.type.</summary>
    public CodingGraph Route => words.Code(CareHomeCodes.ContractRoute, contract.Route);

    /// <summary>The council's own reference. FHIR: Contract.identifier.</summary>
    public string Reference => contract.Reference;

    /// <summary>First day. FHIR: Contract.applies.</summary>
    public DateOnly ValidFrom => contract.ValidFrom;

    /// <summary>Last day; absent while open-ended.</summary>
    public DateOnly? ValidTo => contract.ValidTo;

    /// <summary>Last day of the provider's insurance; absent when it was not shown.</summary>
    public DateOnly? InsuredUntil => contract.InsuredUntil;
}
