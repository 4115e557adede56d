using Halton.Hub.CareHomes.Homes;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Who runs care homes. FHIR: Organization. Source: CQC syndication API.</summary>
/// <param name="provider">The provider.</param>
public sealed class CareProviderGraph(Provider provider)
{
    /// <summary>CQC provider id.</summary>
    public string ProviderId => provider.ProviderId;

    /// <summary>Registered name. FHIR: Organization.name.</summary>
    public string Name => provider.Name;
}
