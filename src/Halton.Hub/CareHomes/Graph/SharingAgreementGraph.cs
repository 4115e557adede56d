using Halton.Hub.CareHomes.Validation;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>That a council and a host authority tell one another what they know of providers. FHIR: Contract.</summary>
/// <param name="agreement">What the operation answered.</param>
public sealed class SharingAgreementGraph(SharingAgreement agreement)
{
    /// <summary>The hub's id, a UUID.</summary>
    public Guid AgreementId => agreement.Id;

    /// <summary>GSS code of the host authority.</summary>
    public string HostAuthority => agreement.HostAuthority;

    /// <summary>The council's own reference.</summary>
    public string Reference => agreement.Reference;

    /// <summary>First day.</summary>
    public DateOnly ValidFrom => agreement.ValidFrom;

    /// <summary>Last day; absent while open-ended.</summary>
    public DateOnly? ValidTo => agreement.ValidTo;
}
