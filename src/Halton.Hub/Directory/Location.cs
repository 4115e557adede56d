namespace Halton.Hub.Directory;

/// <summary>A place, real or virtual, where services are given. HSDS-UK: location.</summary>
public sealed class Location : INamed
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation that keeps the entry.</summary>
    public Guid OrganizationId { get; set; }

    /// <summary>physical, postal or virtual.</summary>
    public required string LocationType { get; set; }

    /// <summary>Name of the place.</summary>
    public required string Name { get; set; }

    /// <summary>How it is found and what it is like.</summary>
    public string? Description { get; set; }

    /// <summary>Degrees north, WGS 84.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; set; }

    /// <summary>Identifier elsewhere, for example a UPRN.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>What kind of identifier that is.</summary>
    public string? ExternalIdentifierType { get; set; }

    /// <summary>Addresses.</summary>
    public List<Address> Addresses { get; set; } = [];

    /// <summary>Features that help people with particular needs.</summary>
    public List<Accessibility> Accessibility { get; set; } = [];
}
