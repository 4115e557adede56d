using GraphQL;
using GraphQL.DataLoader;

namespace Halton.Hub.Directory.Graph;

/// <summary>A place, real or virtual, where services are given. HSDS-UK: location.</summary>
/// <param name="location">The place.</param>
/// <param name="talk">Asks for what hangs on it.</param>
public sealed class LocationGraph(Location location, DirectoryTalkGraph talk)
{
    /// <summary>Identifier, a UUID, the same as in the open feed.</summary>
    public Guid Id => location.Id;

    /// <summary>physical, postal or virtual.</summary>
    public string LocationType => location.LocationType;

    /// <summary>Name of the place.</summary>
    public string Name => location.Name;

    /// <summary>How it is found and what it is like.</summary>
    public string? Description => location.Description;

    /// <summary>Degrees north, WGS 84.</summary>
    public double? Latitude => location.Latitude;

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude => location.Longitude;

    /// <summary>The organisation that keeps the entry, a UUID.</summary>
    public Guid OrganizationId => location.OrganizationId;

    /// <summary>Changes with every change; give it with the next change.</summary>
    public IDataLoaderResult<string> Etag(IResolveFieldContext context) => context.One("etags of places", location.Id, talk.Parts.LocationEtags, etag => etag)!;

    /// <summary>Addresses.</summary>
    public IDataLoaderResult<IEnumerable<Address>> Addresses(IResolveFieldContext context) => context.Many("addresses", location.Id, talk.Parts.Addresses, address => address);

    /// <summary>Features that help people with particular needs.</summary>
    public IDataLoaderResult<IEnumerable<Accessibility>> Accessibility(IResolveFieldContext context) => context.Many("features", location.Id, talk.Parts.Features, feature => feature);
}
