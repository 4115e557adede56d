using GraphQL;

namespace Halton.Hub.Discharge.Packages;

/// <summary>Care at home that somebody in hospital had before. Its provider sees this and nothing else of the stay. FHIR: CarePlan.</summary>
/// <param name="state">The package.</param>
public sealed class CarePackageGraph(CarePackageState state)
{
    /// <summary>The hub's id, a UUID. FHIR: CarePlan.id.</summary>
    public Guid CarePackageId => state.Id;

    /// <summary>The hub's id of the discharge. FHIR: CarePlan.encounter.</summary>
    public Guid DischargeId => state.StayId;

    /// <summary>Code of the home-care provider. FHIR: CarePlan.author.</summary>
    public string Provider => state.Provider;

    /// <summary>The provider's own reference of the package. FHIR: CarePlan.identifier.</summary>
    public string? Reference => state.Reference;

    /// <summary>Ten digits, when known and verified. FHIR: CarePlan.subject.</summary>
    public string? NhsNumber => state.NhsNumber;

    /// <summary>ODS code of the trust.</summary>
    public string Trust => state.Trust;

    /// <summary>ODS site code of the hospital.</summary>
    public string Site => state.Site;

    /// <summary>Since when the person is in hospital.</summary>
    public DateTimeOffset AdmittedAt => state.AdmittedAt;

    /// <summary>held (the person is in hospital), restarts, ended, or released (the hub follows it no further). FHIR: CarePlan.status.</summary>
    public string State => state.State;

    /// <summary>Why it is no longer held: home, died, care-home, elsewhere or stay-cancelled.</summary>
    public string? Reason => state.Reason;

    /// <summary>Day from which care goes on. FHIR: CarePlan.period.</summary>
    public DateOnly? RestartsOn => state.RestartsOn;

    /// <summary>Moment of the latest change.</summary>
    public DateTimeOffset ChangedAt => state.ChangedAt;
}
