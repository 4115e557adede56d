using Halton.Hub.Directory.Finding;

namespace Halton.Hub.Directory.Graph;

/// <summary>A service at one of its places. HSDS-UK: service_at_location.</summary>
/// <param name="place">The place.</param>
/// <param name="talk">Asks for what hangs on it.</param>
public sealed class ServiceAtLocationGraph(PlaceOfService place, DirectoryTalkGraph talk)
{
    /// <summary>Identifier, a UUID, the same as in the open feed.</summary>
    public Guid Id => place.Id;

    /// <summary>What is particular about the service there.</summary>
    public string? Description => place.Description;

    /// <summary>The place.</summary>
    public LocationGraph Location => new(place.Location, talk);
}
