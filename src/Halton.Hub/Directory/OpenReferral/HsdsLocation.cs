namespace Halton.Hub.Directory.OpenReferral;

/// <summary>A place as HSDS-UK 3.0 writes it.</summary>
public sealed record HsdsLocation
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>physical, postal or virtual.</summary>
    public string? LocationType { get; init; }

    /// <summary>Name of the place.</summary>
    public string? Name { get; init; }

    /// <summary>How it is found and what it is like.</summary>
    public string? Description { get; init; }

    /// <summary>Degrees north, WGS 84.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; init; }

    /// <summary>Identifier elsewhere.</summary>
    public string? ExternalIdentifier { get; init; }

    /// <summary>What kind of identifier that is.</summary>
    public string? ExternalIdentifierType { get; init; }

    /// <summary>Addresses.</summary>
    public IReadOnlyList<HsdsAddress>? Addresses { get; init; }

    /// <summary>Features that help people with particular needs.</summary>
    public IReadOnlyList<HsdsAccessibility>? Accessibility { get; init; }
}
