using Halton.Hub.Directory.Finding;

namespace Halton.Hub.Directory.Graph;

/// <summary>What the objects of the directory's schema ask of its operations.</summary>
/// <param name="Parts">Reads what hangs on objects.</param>
/// <param name="Openings">Tells when services are open.</param>
/// <param name="Alternatives">Finds other services.</param>
/// <param name="Clock">Tells today.</param>
public sealed record DirectoryTalkGraph(DirectoryParts Parts, OpeningOfServices Openings, FindAlternatives Alternatives, TimeProvider Clock)
{
    /// <summary>A service that was found.</summary>
    public ServiceGraph Tell(ServiceHit hit) => new(hit.Service, hit, this);

    /// <summary>A service.</summary>
    public ServiceGraph Tell(Service service) => new(service, null, this);

    /// <summary>A term.</summary>
    public TaxonomyTermGraph Tell(TaxonomyTerm term) => new(term, this);

    /// <summary>A place.</summary>
    public ServiceAtLocationGraph Tell(PlaceOfService place) => new(place, this);
}
